/**
 * From the file's text to paragraphs: whitespace tidied, hard-wrapped lines
 * joined, bullets and headings of plain-text mark-up read off. One pass over
 * the lines; nothing is dropped but whitespace and list or heading signs.
 */

/** One paragraph or line of the file, in file order. */
export type Paragraph = {
  text: string
  /** Blank lines before it; 0 where it follows on the next line. */
  gap: number
  /** The list sign that stood before it, such as `•` or `2.`; null where none did. */
  bullet: string | null
  /** Heading level 1–6 where the file marks it as a heading; else null. */
  level: number | null
  /** True where the file marks it as a quotation with `>`. */
  quoted: boolean
}

const bulletSign = /^([•◦▪▫‣●○■□▶►»·*+]|[-–—](?=\s))\s*(?=\S)/u
const number = /^(\d{1,3}[.)]|\(\d{1,3}\))\s+(?=\S)/u
const rule = /^([=*_~#-])(?:\s?\1){2,}$/u
const widestWrap = 120
const narrowestWrap = 24

/** Runs of whitespace as one space, none at the ends; a line of nothing but signs without shape is blank. */
export function tidy(line: string): string {
  // Most lines are tidy already, and a line may be many megabytes long.
  const text = (/\s\s|[^\S ]/u.test(line) ? line.replace(/\s+/gu, ' ') : line).trim()
  return text.length <= 8 && /^[\p{Cf}\s]*$/u.test(text) ? '' : text
}

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、]/u

function firstWordLength(line: string): number {
  if (spaceless.test(line.slice(0, 2))) return 1
  const space = line.indexOf(' ')
  return space < 0 ? line.length : space
}

/** True where `line` is so full that the next word would not have fitted into `width`. */
function isFull(line: string, next: string, width: number): boolean {
  return line.length <= width && line.length + 1 + firstWordLength(next) > width - 4
}

/**
 * The width at which the file was hard-wrapped, or null where it was not. It was,
 * where most lines that have a successor are full, and enough of them break a sentence.
 */
function wrapWidth(lines: readonly string[]): number | null {
  let width = 0
  let narrow = 0
  let wide = 0
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line.length > widestWrap) wide += line.length
    else narrow += line.length
    if (line.length <= widestWrap && line.length > width && lines[index + 1] !== '') width = line.length
  }
  if (wide > narrow || width < narrowestWrap) return null
  let inner = 0
  let full = 0
  let broken = 0
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const next = lines[index + 1] ?? ''
    if (line === '' || next === '' || line.length < width * 0.45 || line.length > widestWrap) continue
    if (startsItem(next)) continue
    inner += 1
    if (!isFull(line, next, width)) continue
    full += 1
    if (/[\p{L}\p{N},]$/u.test(line) && /^[\p{Ll}\p{Lo}\p{N}]/u.test(next)) broken += 1
  }
  return full >= 3 && full >= inner * 0.65 && broken >= full * 0.3 ? width : null
}

/** Spaces before the first word, as typewriters marked a new paragraph. */
function indent(line: string | undefined): number {
  return line === undefined ? 0 : (/^[ \t\u3000]{0,40}/u.exec(line)?.[0].length ?? 0)
}

function startsItem(line: string): boolean {
  return bulletSign.test(line.slice(0, 8)) || number.test(line.slice(0, 12))
}

/** The lines of a paragraph as one text; each is looked at once, since a paragraph may be as long as the file. */
function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, index) => (index === 0 || holdTogether(lines[index - 1] ?? '', line) ? line : ` ${line}`))
    .join('')
}

/** True where no space belongs between a line and the next: in a word that was parted, and in scripts without spaces. */
function holdTogether(line: string, next: string): boolean {
  if (/\p{L}-$/u.test(line.slice(-3)) && /^\p{Ll}/u.test(next)) return true
  return spaceless.test(line.slice(-1)) && spaceless.test(next.slice(0, 1))
}

function read(line: string, gap: number): Paragraph {
  const heading = /^(#{1,6}) (?=\S)/u.exec(line.slice(0, 10))
  if (heading?.[1]) {
    const text = line.slice(heading[0].length).replace(/ #+$/u, '')
    return { text, gap, bullet: null, level: heading[1].length, quoted: false }
  }
  const quote = /^(?:> ?)+(?=\S)/u.exec(line.slice(0, 40))
  if (quote) return { text: line.slice(quote[0].length), gap, bullet: null, level: null, quoted: true }
  const sign = bulletSign.exec(line.slice(0, 8))
  // A dash opens speech as often as a list; it stays part of the words.
  if (sign?.[1] && !/[-–—]/u.test(sign[1]))
    return { text: line.slice(sign[0].length), gap, bullet: sign[1], level: null, quoted: false }
  const item = number.exec(line.slice(0, 12))
  return { text: line, gap, bullet: item?.[1] ?? null, level: null, quoted: false }
}

/** The paragraphs of a file's text, whose lines end with LF. */
export function readParagraphs(text: string): Paragraph[] {
  const raw = text.split('\n')
  const lines = raw.map(tidy)
  const width = wrapWidth(lines)
  const paragraphs: Paragraph[] = []
  let gap = 0
  let parts: string[] = []
  let started = 0
  let last = ''
  const close = () => {
    if (parts.length === 0) return
    paragraphs.push(read(parts.length === 1 ? last : joinLines(parts), started))
    parts = []
  }
  for (const [index, line] of lines.entries()) {
    if (line === '') {
      close()
      gap += 1
      continue
    }
    if (line.length < 400 && rule.test(line) && !/^#+$/u.test(line)) {
      const above = paragraphs.at(-1) ?? null
      if (parts.length === 1 && /^[=-]/u.test(line)) {
        close()
        const heading = paragraphs.at(-1)
        if (heading && heading.bullet === null) heading.level = line.startsWith('=') ? 1 : 2
      } else {
        close()
        paragraphs.push({
          text: line,
          gap: above === null ? 0 : gap,
          bullet: null,
          level: null,
          quoted: false,
        })
      }
      gap = 0
      continue
    }
    const indented = indent(raw[index]) > indent(raw[index - 1])
    const goesOn =
      parts.length > 0 && width !== null && !indented && isFull(last, line, width) && !startsItem(line)
    if (!goesOn) {
      close()
      started = gap
    }
    parts.push(line)
    last = line
    gap = 0
  }
  close()
  return paragraphs
}
