/**
 * Reading order on a page of a PDF, by geometry alone, since the order in which
 * a PDF draws its words means nothing. Pieces of text become lines; a region is
 * cut into columns where a gutter runs down it, and across where that lays bare a
 * gutter (the XY-cut of Nagy and Seth, 1984, columns first). What has no gutter is
 * read from top to bottom. Tables have gutters too: their cells are short and
 * stand in rows, and are kept together as rows.
 */

/** A piece of text as the page draws it; `y` grows downwards, units are points. */
export type Piece = { text: string; x: number; y: number; width: number; size: number; rtl: boolean }

/** One line of a column. `width` reaches from the first to the last piece. */
export type Line = Piece

const leastLines = 3
/** A space that parts lines by itself, and one that does where so many others end at the same place; both in sizes. */
const wideSpace = 1.1
const alignedSpace = 0.6
const leastAligned = 8
/** Rows that a head over columns, and a foot under them, may have together with what stands beside it. */
const mostRunning = 4
/** Average letters of a column's lines; cells of tables have fewer. */
const columnLetters = 16
/** More lines that stand beside each other are no row, but columns nobody could part. */
const mostInRow = 12
/** How far letters reach above and below their baseline, in sizes; a little less than they do. */
const ascent = 0.7
const descent = 0.15

/** The lines of a page in reading order, as regions: lines of one region belong to one column. */
export function orderLines(pieces: readonly Piece[]): Line[][] {
  const lines = joinPieces(pieces.filter(({ text }) => text.trim() !== ''))
  const regions: Line[][] = []
  const todo = [lines]
  for (let region = todo.pop(); region !== undefined; region = todo.pop()) {
    const parts = region.length > 1 ? (splitColumns(region) ?? splitAcross(region)) : null
    if (parts === null) regions.push(joinRows(region))
    else todo.push(...parts.reverse())
  }
  return regions
}

const byPlace = (a: Piece, b: Piece) => a.y - b.y || a.x - b.x

/** Pieces on one baseline with no more than a wide space between them. */
function joinPieces(pieces: readonly Piece[]): Line[] {
  const sorted = [...pieces].sort(byPlace)
  const rows: Piece[][] = []
  for (const piece of sorted) {
    const row = rows.slice(-4).find(([first]) => first !== undefined && isOnBaseline(first, piece))
    if (row === undefined) rows.push([piece])
    else row.push(piece)
  }
  for (const row of rows) row.sort((a, b) => (isRtl(row) ? b.x - a.x : a.x - b.x))
  const edges = findEdges(rows)
  return rows.flatMap((row) => {
    const lines: Line[] = []
    const rtl = isRtl(row)
    for (const piece of row) {
      const last = lines.at(-1)
      const gap =
        last === undefined
          ? Number.POSITIVE_INFINITY
          : rtl
            ? last.x - (piece.x + piece.width)
            : piece.x - (last.x + last.width)
      const space = edges.has(Math.round(piece.x)) ? alignedSpace : wideSpace
      if (last === undefined || gap > space * Math.max(last.size, piece.size) || isInitial(last, piece))
        lines.push({ ...piece })
      else append(last, piece, gap > 0.18 * piece.size ? ' ' : '')
    }
    return lines
  })
}

/** True for pieces of one line; the number of a note is raised, by less than the letters beside it are high. */
function isOnBaseline(a: Piece, b: Piece): boolean {
  const small = Math.min(a.size, b.size)
  const large = Math.max(a.size, b.size)
  return Math.abs(a.y - b.y) <= 0.45 * (small < 0.8 * large && small > 0.45 * large ? large : small)
}

const isRtl = (row: readonly Piece[]) => row.filter((piece) => piece.rtl).length * 2 > row.length

/**
 * Where columns begin that stand too close for their lines to be told apart one by one: places, in
 * whole points, at which many pieces begin after a space that is wider than between words.
 */
function findEdges(rows: readonly (readonly Piece[])[]): Set<number> {
  const counts = new Map<number, number>()
  for (const row of rows) {
    if (isRtl(row)) continue
    row.forEach((piece, index) => {
      const before = row[index - 1]
      const gap = before === undefined ? 0 : piece.x - (before.x + before.width)
      const place = Math.round(piece.x)
      if (before !== undefined && gap > alignedSpace * Math.max(before.size, piece.size))
        counts.set(place, (counts.get(place) ?? 0) + 1)
    })
  }
  return new Set([...counts].filter(([, count]) => count >= leastAligned).map(([place]) => place))
}

/** A large letter before the first lines of a paragraph, on the baseline of the last of them. */
const isInitial = (letter: Piece, beside: Piece) =>
  letter.size > 1.8 * beside.size && /^\p{Lu}$/u.test(letter.text.trim())

function append(line: Line, piece: Piece, between: string): void {
  const spaced = between !== '' && !line.text.endsWith(' ') && !piece.text.startsWith(' ')
  line.text += (spaced ? between : '') + piece.text
  const end = Math.max(line.x + line.width, piece.x + piece.width)
  line.x = Math.min(line.x, piece.x)
  line.width = end - line.x
  if (piece.text.trim().length > 2) line.size = Math.max(line.size, piece.size)
}

/** The region's columns from left to right; null where no gutter runs down all of it. */
function splitColumns(lines: readonly Line[]): Line[][] | null {
  const size = median(lines.map((line) => line.size))
  const sorted = [...lines].sort((a, b) => a.x - b.x)
  let reach = Number.NEGATIVE_INFINITY
  const cuts: number[] = []
  for (const line of sorted) {
    if (reach > Number.NEGATIVE_INFINITY && line.x - reach >= 0.9 * size) cuts.push((line.x + reach) / 2)
    reach = Math.max(reach, line.x + line.width)
  }
  for (const cut of cuts) {
    const left = lines.filter((line) => line.x < cut)
    const right = lines.filter((line) => line.x >= cut)
    if (isColumn(left) && isColumn(right) && sideBySide(left, right)) return [left, right]
  }
  return null
}

function isColumn(lines: readonly Line[]): boolean {
  return (
    lines.length >= leastLines &&
    lines.reduce((sum, { text }) => sum + text.length, 0) >= columnLetters * lines.length
  )
}

function sideBySide(left: readonly Line[], right: readonly Line[]): boolean {
  const [leftTop, leftEnd] = extent(left)
  const [rightTop, rightEnd] = extent(right)
  const common = Math.min(leftEnd, rightEnd) - Math.max(leftTop, rightTop)
  return common > 0.3 * Math.min(leftEnd - leftTop, rightEnd - rightTop)
}

function extent(lines: readonly Line[]): [number, number] {
  return [Math.min(...lines.map(({ y }) => y)), Math.max(...lines.map(({ y }) => y))]
}

/** Cuts across where columns begin below or end above; null where neither is so. */
function splitAcross(lines: readonly Line[]): Line[][] | null {
  const sorted = [...lines].sort(byPlace)
  const rows: number[] = []
  for (let index = 1; index < sorted.length; index += 1) {
    const line = sorted[index]
    const before = sorted[index - 1]
    if (line !== undefined && before !== undefined && line.y - before.y > 0.6 * line.size) rows.push(index)
  }
  // Few candidates suffice: a head over columns, or a foot under them, is a matter of some lines.
  for (const index of rows.slice(0, 40))
    if (splitColumns(sorted.slice(index)) !== null) return [sorted.slice(0, index), sorted.slice(index)]
  for (const index of rows.slice(-40).reverse())
    if (splitColumns(sorted.slice(0, index)) !== null) return [sorted.slice(0, index), sorted.slice(index)]
  return splitBetween(sorted, rows)
}

/** Cuts off a head over columns and a foot under them where both reach over the gutter, so that no single cut lays it bare. */
function splitBetween(sorted: readonly Line[], rows: readonly number[]): Line[][] | null {
  for (const from of rows.slice(0, mostRunning))
    for (const to of rows.slice(-mostRunning).reverse())
      if (from < to && splitColumns(sorted.slice(from, to)) !== null)
        return [sorted.slice(0, from), sorted.slice(from, to), sorted.slice(to)]
  return null
}

/**
 * Lines that stand beside each other (the cells of a table's row, some of two lines; words set wide apart; a small
 * note at a large title) as one line, its cells parted by tabs. An initial is one letter with the lines beside it.
 */
function joinRows(lines: readonly Line[]): Line[] {
  const rows: Line[][] = []
  for (const line of [...lines].sort(byPlace)) {
    // What is tall stands beside several rows, which it makes one.
    const beside = rows.slice(-mostInRow).filter((row) => row.some((other) => areBeside(other, line)))
    const first = beside[0] === undefined ? rows.length : rows.indexOf(beside[0])
    rows.push([...rows.splice(first).flat(), line])
  }
  return rows.flatMap((row) => (row.length > mostInRow ? row : readRow(row)))
}

/** True where neither reaches over the other, and they overlap in height. */
function areBeside(a: Line, b: Line): boolean {
  if (a.x < b.x + b.width && b.x < a.x + a.width) return false
  return b.y - ascent * b.size < a.y + descent * a.size && a.y - ascent * a.size < b.y + descent * b.size
}

function readRow(row: readonly Line[]): Line[] {
  const cells = cellsOf(row)
  const sizes = row.map(({ size }) => size)
  const [initial] = cells[0] ?? []
  if (cells.length === 2 && initial !== undefined && /^\p{Lu}$/u.test(initial.text.trim()))
    return [joinCells(cells, '')]
  // What is set in another size is no cell of the same table.
  return Math.max(...sizes) > 1.3 * Math.min(...sizes) ? cells.flat() : [joinCells(cells, '\t')]
}

/** The lines of a row by cell, in reading order. */
function cellsOf(row: readonly Line[]): Line[][] {
  const cells: Line[][] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const line of [...row].sort((a, b) => a.x - b.x)) {
    if (line.x >= reach) cells.push([line])
    else cells.at(-1)?.push(line)
    reach = Math.max(reach, line.x + line.width)
  }
  for (const cell of cells) cell.sort(byPlace)
  return row.filter(({ rtl }) => rtl).length * 2 > row.length ? cells.reverse() : cells
}

function joinCells(cells: readonly (readonly Line[])[], between: string): Line {
  const lines = cells.flat()
  const [only] = lines
  if (lines.length === 1 && only !== undefined) return { ...only }
  const x = Math.min(...lines.map((line) => line.x))
  const [longest] = [...lines].sort((a, b) => b.text.length - a.text.length)
  return {
    text: cells.map((cell) => cell.map(({ text }) => text.trim()).join(' ')).join(between),
    x,
    y: Math.max(...lines.map((line) => line.y)),
    width: Math.max(...lines.map((line) => line.x + line.width)) - x,
    size: longest?.size ?? 0,
    rtl: longest?.rtl ?? false,
  }
}

/** The middle value; 0 for none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
