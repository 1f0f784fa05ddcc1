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
/** Average letters of a column's lines; cells of tables have fewer. */
const columnLetters = 16

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
    const row = rows
      .slice(-4)
      .find(
        ([first]) =>
          first !== undefined && Math.abs(first.y - piece.y) <= 0.45 * Math.min(first.size, piece.size),
      )
    if (row === undefined) rows.push([piece])
    else row.push(piece)
  }
  return rows.flatMap((row) => {
    const lines: Line[] = []
    const rtl = row.filter((piece) => piece.rtl).length * 2 > row.length
    for (const piece of row.sort((a, b) => (rtl ? b.x - a.x : a.x - b.x))) {
      const last = lines.at(-1)
      const gap =
        last === undefined
          ? Number.POSITIVE_INFINITY
          : rtl
            ? last.x - (piece.x + piece.width)
            : piece.x - (last.x + last.width)
      if (last === undefined || gap > 1.1 * Math.max(last.size, piece.size)) lines.push({ ...piece })
      else append(last, piece, gap > 0.18 * piece.size ? ' ' : '')
    }
    return lines
  })
}

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
  return null
}

/** Lines of one row, as cells of a table or words set wide apart: joined by tabs. */
function joinRows(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const line of [...lines].sort(byPlace)) {
    const last = joined.at(-1)
    if (
      last !== undefined &&
      Math.abs(last.y - line.y) <= 0.45 * line.size &&
      line.x >= last.x + last.width
    ) {
      last.text = `${last.text.trimEnd()}\t${line.text.trimStart()}`
      last.width = line.x + line.width - last.x
    } else joined.push({ ...line })
  }
  return joined
}

/** The middle value; 0 for none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
