/** A statement in one line, and what ledger and threads ask of every annotation. */
import type { Annotation } from '../model.ts'
import type { Kind } from '../vocabulary.ts'

const longestStatement = 140

const kindOrder = { claim: 0, event: 1, denial: 2 } as const satisfies Record<Kind, number>

/** Which kind leads a thread: claims before events before denials. */
export const inKindOrder = (annotation: Annotation): number => kindOrder[annotation.kind]

/** What is stated: the analyst's words where there are any, else the quote, cut at a word. Never empty. */
export function statementOf(annotation: Annotation): string {
  const own =
    annotation.kind === 'event'
      ? annotation.fields.title
      : annotation.kind === 'claim'
        ? annotation.fields.about
        : ''
  if (own.trim() !== '') return cut(own)
  return cut(annotation.segments.map((segment) => segment.exact).join(' … '))
}

function cut(text: string): string {
  const line = (/\s\s|[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ') : text).trim()
  if (line.length <= longestStatement) return line
  const space = line.lastIndexOf(' ', longestStatement)
  return `${line.slice(0, space > longestStatement / 2 ? space : longestStatement)}…`
}

/** Who speaks; null for an event and where nobody is named. */
export function speakerOf(annotation: Annotation): string | null {
  return annotation.kind === 'event' ? null : annotation.fields.speakerId
}
