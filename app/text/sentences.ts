/**
 * Sentences by the segmenter of the platform (Unicode UAX 29), repaired where it
 * breaks after an abbreviation, an initial or inside a pair of quotation marks.
 * Offsets are UTF-16 code units; sentences tile the text.
 */
import type { Range } from '../model.ts'

const abbreviations = new Set(
  `mr mrs ms dr prof gen lt col maj capt sgt adm rev hon sen rep gov pres st ave blvd dept est fig inc ltd co corp bros jr sr vs etc no nos vol
  art sec jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun approx al cf e.g i.e u.s u.k u.n e.u d.c u.s.a a.m p.m
  ph.d brig cmdr cpl pvt supt insp messrs mt ft gen.lt z.b d.h u.a bzw ca nr str hr fr dipl-ing abs mme mlle sr sra srta dra lic ing ud uds ee.uu
  г гг ул им тыс млн млрд руб т.е т.д т.п т.к и.о д-р проф стр ст рис см др`.split(/\s+/u),
)
/** Abbreviations after which a new sentence is as likely as not: a capital then decides for the break. */
const mayEnd = new Set(
  'u.s u.k u.n e.u d.c u.s.a a.m p.m etc inc ltd co corp jr sr г гг др т.д т.п руб'.split(' '),
)

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

const starters =
  /^["“'‘(]?(?:The|A|An|In|On|At|It|He|She|They|We|But|And|However|This|That|These|Those|His|Her|Their|Its|As|If|When|While|After|Before|For|Some|Many|Last|Meanwhile|There|I|You|No|Not|So|Yet|What|Who|How|Why)\s/u

/** True where the break between two pieces is no end of a sentence. */
function isFalseBreak(piece: string, next: string): boolean {
  const tail = piece.trimEnd()
  if (/[\n\u2029]\s*$/u.test(piece.slice(-6))) return false
  if (!tail.endsWith('.')) return /[?!]["”’»]$/u.test(tail.slice(-3)) && /^\p{Ll}/u.test(next)
  if (/^\p{Ll}/u.test(next) && !/^\p{Ll}\p{Lu}/u.test(next)) return true
  const word = /([\p{L}][\p{L}.-]*)\.$/u.exec(tail.slice(-24))?.[1] ?? ''
  if (/^\p{Lu}$/u.test(word))
    return (
      /(?:^|[\s.])\p{Lu}\.$/u.test(tail.slice(-3)) &&
      !/\b(?:and|or|plan|vitamin|group)\s\p{Lu}\.$/iu.test(tail.slice(-14))
    )
  const plain = word.toLowerCase()
  if (mayEnd.has(plain)) return !starters.test(next)
  return abbreviations.has(plain)
}

/** The sentences of a text, in order, tiling it: spaces belong to the sentence before them. */
export function sentences(text: string): Range[] {
  const found: Range[] = []
  let start = 0
  let end = 0
  let last = ''
  for (const { segment, index } of segmenter.segment(text)) {
    if (end > start && !isFalseBreak(last, segment)) {
      found.push({ start, end })
      start = index
    }
    end = index + segment.length
    last = segment
  }
  if (end > start) found.push({ start, end })
  return found
}

/** The farthest that the text around a place is looked at: a paragraph longer than this is cut there. */
const reach = 20_000

/**
 * The sentence at an offset, or the run of sentences that a range touches, without
 * the spaces around it. Never crosses a line break. Empty where the text is empty there.
 */
export function sentenceAround(text: string, place: number | Range): Range {
  const { start, end } = typeof place === 'number' ? { start: place, end: place } : place
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - reach, 0)
  const nextBreak = text.indexOf('\n', Math.max(end, start))
  const to = Math.min(nextBreak < 0 ? text.length : nextBreak, end + reach)
  let first: number | null = null
  let last = start
  for (const sentence of sentences(text.slice(from, to))) {
    const here = { start: from + sentence.start, end: from + sentence.end }
    const touches = here.end > start && (here.start < end || here.start <= start)
    if (!touches && !(here.end === to && start === to)) continue
    first ??= here.start
    last = here.end
  }
  if (first === null) return { start, end: start }
  const words = text.slice(first, last)
  return {
    start: first + (words.length - words.trimStart().length),
    end: last - (words.length - words.trimEnd().length),
  }
}
