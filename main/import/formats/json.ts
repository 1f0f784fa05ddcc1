/** Article feeds as JSON or JSON lines: news-please, newspaper, news APIs, JSON Feed. One record, one article. */
import { GainsayError } from '../../../app/errors.ts'
import { type Format, hasExtension, peek } from './format.ts'
import { decodePlain } from './plainText.ts'
import { mostRecords, type Row, readRecords, tooMany } from './records.ts'

const extensions = ['.json', '.jsonl', '.ndjson', '.jsonlines']
const mostFields = 200

/** Article feeds as JSON. */
export const jsonFormat: Format = {
  id: 'json',
  label: 'article feed (JSON)',
  extensions,
  mediaType: 'application/json',
  recognise(bytes, name) {
    const named = hasExtension(name, extensions)
    if (/^\s*(?:\[\s*\{\s*"|\{\s*"[^"]{1,80}"\s*:)/u.test(peek(bytes, 512))) return named ? 0.95 : 0.7
    return named ? 0.35 : 0
  },
  async read(bytes, name, options) {
    const {
      text,
      name: encoding,
      sure,
    } = decodePlain(bytes, options.encoding, Number.POSITIVE_INFINITY, true)
    const { value, broken } = parseJson(text)
    const records = findRecords(value)
    if (records.length > mostRecords) throw tooMany(records.length)
    const read = readRecords(records.map(flatten), name, options.mapping)
    const refused = [...read.refused, ...broken.map((line) => brokenLine(`${name}, line ${line}`))]
    return { ...read, refused, encoding, encodingSure: sure }
  },
}

type Json = Record<string, unknown>
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `broken` has the numbers of the lines that are no JSON, where lines are what the records are in. */
type Parsed = { value: unknown; broken: readonly number[] }

function parseJson(text: string): Parsed {
  const whole = tryParse(text)
  if (whole.ok) return { value: whole.value, broken: [] }
  const good: unknown[] = []
  const broken: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    // A list with a record on each line, once it is cut off, is as good as lines.
    const record = line.trim().replace(/,$/u, '')
    if (record === '' || record === '[' || record === ']') continue
    const parsed = tryParse(record)
    if (parsed.ok) good.push(parsed.value)
    else broken.push(index + 1)
    if (good.length + broken.length > mostRecords) throw tooMany(null)
  }
  // One record over many lines, and cut off, may well have whole objects in some of them.
  if (!good.some((one) => isJson(one) && hasText(one)))
    throw new GainsayError(
      'unreadable',
      'The file begins like JSON but breaks its rules; it may have been cut off.',
    )
  return { value: good, broken }
}

const brokenLine = (name: string) => ({
  name,
  error: {
    code: 'unreadable' as const,
    message: 'The line breaks the rules of JSON; it may have been cut off.',
  },
})

function tryParse(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    // Too deep a nesting overflows the parser's stack, which is a RangeError.
    if (error instanceof SyntaxError || error instanceof RangeError) return { ok: false }
    throw error
  }
}

/** The list of records in a feed: the top, or the longest list of objects within four levels. */
function findRecords(value: unknown): Json[] {
  let best: Json[] = []
  const visit = (one: unknown, depth: number) => {
    if (Array.isArray(one)) {
      const objects = one.filter(isJson)
      if (objects.length > best.length && objects.length * 2 > one.length && objects.some(hasText))
        best = objects
    } else if (isJson(one) && depth < 4)
      for (const inner of Object.values(one).slice(0, mostFields)) visit(inner, depth + 1)
  }
  if (isJson(value) && hasText(value)) return [value]
  visit(value, 0)
  const unwrapped = best.map((one) => (isJson(one._source) ? one._source : one))
  if (unwrapped.length === 0) throw new GainsayError('unreadable', 'The JSON file holds no list of articles.')
  return unwrapped
}

/** True for an object that has a text of some length in it, itself or one level down. */
function hasText(record: Json): boolean {
  return [...flatten(record).values()].some((text) => text.length >= 80 && /\s/u.test(text))
}

/** The record's fields as text, inner ones under dotted names, two levels deep. */
function flatten(record: Json): Row {
  const row = new Map<string, string>()
  const visit = (value: unknown, name: string, depth: number) => {
    if (row.size >= mostFields) return
    const text = textOf(value)
    if (text !== null) row.set(name, text)
    if (isJson(value) && depth < 3)
      for (const [key, inner] of Object.entries(value))
        visit(inner, name === '' ? key : `${name}.${key}`, depth + 1)
  }
  visit(record, '', 0)
  return row
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return null
  const parts = value
    .slice(0, 5000)
    .flatMap((one) => (isJson(one) ? [textOf(one.name ?? one.text) ?? ''] : [textOf(one) ?? '']))
  const long = parts.some((part) => part.length > 120)
  return parts.filter((part) => part !== '').join(long ? '\n\n' : '; ')
}
