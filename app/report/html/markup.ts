/**
 * The only way text gets into the HTML report. A template puts markup together;
 * every string put into it is escaped, for element and attribute alike, unless
 * it is markup already. So there is no unescaped value to forget.
 */
import { visible } from '../visible.ts'

/** Finished markup. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a template: null leaves nothing. */
export type Content = Html | string | number | null | readonly Content[]

/** Markup from a template; see the head of this file. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  const parts: string[] = []
  for (const [index, string] of strings.entries()) {
    parts.push(string)
    const value = values[index]
    if (value !== undefined) append(parts, value)
  }
  return new Html(parts.join(''))
}

function append(parts: string[], value: Content): void {
  if (value === null) return
  if (value instanceof Html) parts.push(value.text)
  else if (typeof value === 'string') parts.push(escapeHtml(value))
  else if (typeof value === 'number') parts.push(String(value))
  else for (const item of value) append(parts, item)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that no HTML parser can take for markup, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Words of a person or an article inside our own line: their direction is their own. */
export function foreign(text: string): Html {
  return html`<bdi>${text}</bdi>`
}

/** The attribute `lang` for words in an article's language; nothing where it is unknown or no language tag. */
export function langAttribute(language: string | null): Html | null {
  return language !== null && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language)
    ? html` lang="${language}"`
    : null
}
