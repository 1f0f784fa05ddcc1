/**
 * Where a quoted passage stands. Its words are looked for as they are, then as
 * the most similar; the article's own text goes before furniture. A quote that
 * stands in several places is not guessed at.
 */
import { findQuote } from '../../app/anchor/findQuote.ts'
import { isFurniture } from '../../app/blocks.ts'
import { GainsayError } from '../../app/errors.ts'
import type { Range } from '../../app/model.ts'
import type { ArticleContent } from '../../app/results.ts'
import { oneLine, shortened } from './output.ts'

/** The range of the quote in the canonical text. @throws GainsayError `not-found`, or `refused` where it stands several times. */
export function locateQuote(content: ArticleContent, quote: string): Range {
  const { text } = content.revision
  if (quote.trim() === '')
    throw new GainsayError('bad-input', 'The quote is empty; give some words of the article.')
  const body = withoutFurniture(content)
  for (const where of [body, text]) {
    const places = placesOf(where, quote)
    const [only, second] = places
    if (only !== undefined && second === undefined) return only
    if (second !== undefined) throw severalPlaces(quote, places)
  }
  const similar = findQuote(body, quote) ?? findQuote(text, quote)
  if (similar === null) {
    throw new GainsayError('not-found', `The article does not say “${shown(quote)}”, nor anything near it.`)
  }
  return { start: similar.start, end: similar.end }
}

/** The canonical text with furniture blotted out, so that offsets stay. */
function withoutFurniture({ article, revision }: ArticleContent): string {
  const parts: string[] = []
  let at = 0
  for (const [index, block] of revision.blocks.entries()) {
    if (!isFurniture(block, index, article)) continue
    parts.push(revision.text.slice(at, block.start), '\0'.repeat(block.end - block.start))
    at = block.end
  }
  return parts.join('') + revision.text.slice(at)
}

function placesOf(text: string, quote: string): Range[] {
  const places: Range[] = []
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1))
    places.push({ start, end: start + quote.length })
  return places
}

function severalPlaces(quote: string, places: readonly Range[]): GainsayError {
  const listed = places.slice(0, 10).map(({ start, end }) => `${start}:${end}`)
  const more = places.length > 10 ? ` and ${places.length - 10} more` : ''
  return new GainsayError(
    'refused',
    `“${shown(quote)}” stands in ${places.length} places (${listed.join(', ')}${more}); say which with --segment.`,
  )
}

/** Makes sure that the ranges say what was quoted; white space and marks of omission do not count. @throws GainsayError `refused` */
export function checkQuote({ revision }: ArticleContent, ranges: readonly Range[], quote: string): void {
  const words = ranges.map(({ start, end }) => revision.text.slice(start, end))
  if (bare(words.join('')) === bare(quote)) return
  throw new GainsayError(
    'refused',
    `The text there is not the quote: it says “${shown(words.join(' … '))}”. Nothing was tagged.`,
  )
}

const bare = (text: string) => text.replace(/…|\.\.\.|\s+/g, '')
const shown = (text: string) => shortened(oneLine(text), 200)
