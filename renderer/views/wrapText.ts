/** Words broken into the lines of a drawing, which breaks none by itself. Pure. */

/** Between words, and behind the letters of scripts that put no spaces between them, but not before a mark. */
const breaks =
  /\s+|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])(?=[\p{L}\p{N}])/gu

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * All of the text in lines of at most `width`, as `widthOf` measures them. A word longer
 * than a line goes on in the next one, between two characters.
 */
export function wrapLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const { word, space } of wordsIn(text.trim())) {
    const longer = line === '' ? word : line + space + word
    if (widthOf(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const parts = partsOf(word, width, widthOf)
    lines.push(...parts.slice(0, -1))
    line = parts.at(-1) ?? ''
  }
  return line === '' ? lines : [...lines, line]
}

/** The words, each with what stands before it on the same line. */
function wordsIn(text: string): { word: string; space: string }[] {
  const words: { word: string; space: string }[] = []
  let [from, space] = [0, '']
  for (const found of text.matchAll(breaks)) {
    words.push({ word: text.slice(from, found.index), space })
    from = found.index + found[0].length
    space = found[0] === '' ? '' : ' '
  }
  return text === '' ? [] : [...words, { word: text.slice(from), space }]
}

/** A word in parts that fit into a line each, at least a character long. */
function partsOf(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const { segment } of characters.segment(word)) {
    if (part !== '' && widthOf(part + segment) > width) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}
