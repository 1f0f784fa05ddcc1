/**
 * From the lines of a PDF's pages to blocks: paragraphs by leading, indent and
 * short last lines; headings by size; words that were parted at a line's end
 * joined again; running heads and page numbers told by their return.
 */
import type { ReadBlock } from '../../../app/extract/document.ts'
import { endsSentence } from '../../../app/extract/shape.ts'
import { type Line, median } from './pdfLines.ts'

/** The regions of one page in reading order. */
export type PageLines = { page: number; height: number; regions: Line[][] }

type Draft = { lines: Line[]; page: number; furniture: ReadBlock['furniture'] }

/** A sign of a list; symbol fonts have theirs where Unicode leaves room for private ones. */
const bullet = /^(?:[•◦▪▫‣●○■□▶►·*–—\p{Co}-]|\(?\d{1,3}[.)])\s+\S/u

/** The blocks of a document. */
export function blocksOfPages(pages: readonly PageLines[]): ReadBlock[] {
  const marked = markRunning(pages)
  const bodySize = median(
    pages.flatMap(({ regions }) =>
      regions.flat().flatMap((line) => Array<number>(Math.ceil(line.text.length / 20)).fill(line.size)),
    ),
  )
  const drafts = pages.flatMap(({ page, regions }) =>
    regions.flatMap((region) => paragraphsOf(region, page, marked)),
  )
  const sizes = headingSizes(drafts, bodySize)
  const known = knownWords(pages)
  return joinAcross(drafts)
    .map(({ lines, page, furniture }) => toBlock(lines, page, furniture, sizes, known))
    .filter(({ text }) => text !== '')
}

type Running = Map<Line, 'repeated' | 'debris'>
type Edge = { line: Line; page: number; key: string; outermost: boolean }

const loneNumber =
  /^(?:(?:page|seite|p\.|стр\.)\s*)?[-–—[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?(?:\s*(?:\/|of|von|de|из)\s*\d{1,4})?$/iu

/**
 * Lines at the top or bottom of a page that return on others, but for the number, and nowhere within a page;
 * lines there with the number that the page would have; lone page numbers.
 */
function markRunning(pages: readonly PageLines[]): Running {
  const found: Running = new Map()
  const edges = pages.flatMap(edgesOf)
  for (const { line } of edges) if (loneNumber.test(line.text.trim())) found.set(line, 'debris')
  const atEdge = new Set(edges.map(({ line }) => line))
  const within = new Set(
    pages.flatMap(({ regions }) =>
      regions
        .flat()
        .filter((line) => !atEdge.has(line))
        .map(keyOf),
    ),
  )
  const pagesOf = new Map<string, Set<number>>()
  for (const { key, page } of edges) pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(page))
  const enough = pages.length >= 4 ? 3 : 2
  const offset = pageOffset(edges, enough)
  for (const { line, page, key, outermost } of edges) {
    const returns = (pagesOf.get(key)?.size ?? 0) >= enough && !within.has(key)
    const numbered = outermost && offset !== null && numberBeside(line) === page - offset
    if ((returns || numbered) && !found.has(line)) found.set(line, 'repeated')
  }
  return found
}

function edgesOf({ page, regions, height }: PageLines): Edge[] {
  const lines = regions.flat().sort((a, b) => a.y - b.y)
  const edge = [...lines.slice(0, 3), ...lines.slice(-3)].filter(
    (line) => line.y < height * 0.13 || line.y > height * 0.87,
  )
  return [...new Set(edge)].map((line) => ({
    line,
    page,
    key: keyOf(line),
    outermost: line === lines[0] || line === lines.at(-1),
  }))
}

/** The words of a line without its number, which stands left on one page and right on the next. */
const keyOf = ({ text }: Line) =>
  text
    .replace(/\d+|\b[ivxl]+\b/giu, '#')
    .replace(/^\s*#\t|\t#\s*$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()

/** The page number that stands apart from the other words of a line; null where none does. */
function numberBeside({ text }: Line): number | null {
  const number = /^\s*(\d{1,4})\t|\t(\d{1,4})\s*$/u.exec(text)
  return number === null ? null : Number(number[1] ?? number[2])
}

/** How much later a page is in the file than its number says; null where too few pages agree. */
function pageOffset(edges: readonly Edge[], enough: number): number | null {
  const counts = new Map<number, number>()
  for (const { line, page, outermost } of edges) {
    const number = outermost ? numberBeside(line) : null
    if (number !== null) counts.set(page - number, (counts.get(page - number) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best !== undefined && best[1] >= enough ? best[0] : null
}

function paragraphsOf(lines: readonly Line[], page: number, marked: Running): Draft[] {
  const drafts: Draft[] = []
  const own = lines.filter((line) => !marked.has(line))
  const leading = median(
    own
      .slice(1)
      .map((line, index) => line.y - (own[index]?.y ?? line.y))
      .filter((gap) => gap > 0),
  )
  const left = Math.min(...own.map(({ x }) => x))
  const right = Math.max(...own.map(({ x, width }) => x + width))
  for (const line of lines) {
    const furniture = marked.get(line) ?? null
    const draft = drafts.at(-1)
    const last = draft?.lines.at(-1)
    const goesOn =
      draft !== undefined &&
      last !== undefined &&
      draft.furniture === null &&
      furniture === null &&
      !isNew(line, last, draft, { leading, left, right })
    if (goesOn) draft.lines.push(line)
    else drafts.push({ lines: [line], page, furniture })
  }
  return drafts
}

/** A row of cells; the tab after a list's sign makes none. */
const isRow = (line: Line) =>
  line.text.replace(/^\s*\S{1,4}\t/u, '').includes('\t') ||
  (line.text.includes('\t') && !bullet.test(line.text))

type Column = { leading: number; left: number; right: number }

function isNew(line: Line, last: Line, draft: Draft, { leading, left, right }: Column): boolean {
  const gap = line.y - last.y
  if (gap > Math.max(1.35 * leading, 1.25 * line.size) && gap > 1.2 * last.size)
    return (
      gap >
      1.35 *
        (draft.lines.length > 1
          ? last.y - (draft.lines.at(-2)?.y ?? last.y)
          : Math.max(leading, 1.2 * line.size))
    )
  if (gap < 0 || Math.abs(line.size - last.size) > 0.12 * Math.max(line.size, last.size)) return true
  if (isRow(line) || isRow(last) || bullet.test(line.text)) return true
  const short = last.x + last.width < right - 0.18 * (right - left)
  const indented = line.x > last.x + 0.8 * line.size && line.x > left + 0.8 * line.size
  // A list item's later lines are indented too: an indent opens a paragraph only after a full first line or a sentence's end.
  if (
    indented &&
    (endsSentence(last.text.trim()) || short) &&
    !(draft.lines.length === 1 && bullet.test(last.text))
  )
    return true
  return short && endsSentence(last.text.trim())
}

/** A paragraph that a page or column breaks goes on where the next begins in mid-sentence. */
function joinAcross(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const own = joined.findLast(({ furniture }) => furniture === null)
    const tail = own?.lines.at(-1)
    const first = draft.lines[0]
    const fits =
      own !== undefined &&
      tail !== undefined &&
      first !== undefined &&
      draft.furniture === null &&
      Math.abs(tail.size - first.size) <= 0.1 * tail.size
    const open =
      fits &&
      !endsSentence(tail.text.trim()) &&
      !/[:\t]$/u.test(tail.text.trim()) &&
      !tail.text.includes('\t') &&
      (own.lines.length + draft.lines.length > 2 || tail.text.trim().endsWith(','))
    // A region may end in the midst of a paragraph, whose next line is the first of the region below.
    const below = fits && first.y - tail.y < 1.6 * tail.size && Math.abs(first.x - tail.x) < tail.size
    if (open && /^\s*\p{Ll}/u.test(first.text) && (own.page !== draft.page || first.y < tail.y || below))
      own.lines.push(...draft.lines)
    else joined.push({ ...draft, lines: [...draft.lines] })
  }
  return joined
}

/** Sizes clearly above the text's own, the largest first: their rank is the heading's level. */
function headingSizes(drafts: readonly Draft[], bodySize: number): number[] {
  const sizes = drafts
    .filter(({ furniture }) => furniture === null)
    .map(({ lines }) => sizeOf(lines))
    .filter((size) => size > 1.15 * bodySize)
  return [...new Set(sizes)].sort((a, b) => b - a)
}

const sizeOf = (lines: readonly Line[]) => Math.round(2 * median(lines.map(({ size }) => size))) / 2

function toBlock(
  lines: readonly Line[],
  page: number,
  furniture: ReadBlock['furniture'],
  sizes: readonly number[],
  known: ReadonlySet<string>,
): ReadBlock {
  const text = joinLines(lines, known)
  const rank = sizes.indexOf(sizeOf(lines))
  if (rank >= 0 && furniture === null && isHeading(text))
    return { type: 'heading', level: Math.min(6, rank + 1), text, furniture, page }
  return {
    type: bullet.test(text) && !/^[-–—]/u.test(text) ? 'listItem' : 'paragraph',
    level: null,
    text,
    furniture,
    page,
  }
}

function isHeading(text: string): boolean {
  return (
    text.length <= 160 &&
    /\p{L}/u.test(text) &&
    !bullet.test(text) &&
    !text.includes('\t') &&
    !/[.;:,]$/u.test(text)
  )
}

function knownWords(pages: readonly PageLines[]): Set<string> {
  const words = new Set<string>()
  for (const { regions } of pages)
    for (const { text } of regions.flat())
      for (const word of text.match(/\p{L}+(?:-\p{L}+)*(?!\p{L}|-$)/gu) ?? []) words.add(word.toLowerCase())
  return words
}

/** Lines of a poem: four or more, each with a capital at its start. */
function isVerse(lines: readonly Line[]): boolean {
  return (
    lines.length >= 4 &&
    lines.every(({ text }) => /^\s*["“„«'‘—–(]*\p{Lu}/u.test(text) && !text.includes('\t'))
  )
}

/** A hyphen at a line's end goes, unless the word is printed with it elsewhere and never without. */
function joinLines(lines: readonly Line[], known: ReadonlySet<string>): string {
  if (isVerse(lines)) return lines.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).join('\n')
  let text = ''
  for (const { text: raw } of lines) {
    const line = raw.replace(/[^\S\t]+/gu, ' ').trim()
    const head = /(\p{L}+)[-\u00ad\u2010]$/u.exec(text)?.[1]
    const tail = /^\p{Ll}+/u.exec(line)?.[0]
    if (head !== undefined && tail !== undefined) {
      const kept = known.has(`${head}-${tail}`.toLowerCase()) && !known.has((head + tail).toLowerCase())
      text = kept ? text + line : text.slice(0, -1) + line
    } else if (
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(text) &&
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(line)
    )
      text += line
    else text += (text === '' ? '' : ' ') + line
  }
  return text
    .replace(/\u00ad/gu, '')
    .replace(/ ?\t ?/gu, '\t')
    .replace(/^(\S{1,4})\t/u, (all, sign) => (bullet.test(all.replace('\t', ' x')) ? `${sign} ` : all))
    .replace(/^\p{Co}(?= )/u, '•')
    .trim()
}
