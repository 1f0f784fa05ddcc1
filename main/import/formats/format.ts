/**
 * What an import format is. One file per format, listed in `table`: it says how
 * sure it is that bytes are of its kind, and reads them into documents. A format
 * throws a GainsayError with a sentence for what it cannot read.
 */

import { GainsayError, type WireError } from '../../../app/errors.ts'
import type { ReadDocument } from '../../../app/extract/document.ts'
import type { FieldMapping } from '../../../app/model.ts'

/** What the analyst may settle where a format had to guess; absent means: guess. */
export type ReadOptions = {
  /** The text's encoding, as the WHATWG names it. */
  encoding?: string
  /** Which column or field of a table or feed is what. */
  mapping?: FieldMapping
  /** Reads what lies inside a file (an entry, an attachment) by the same table of formats. */
  readInside?: (bytes: Uint8Array, name: string) => Promise<FormatResult>
}

/** What reading a file gave. */
export type FormatResult = {
  documents: ReadDocument[]
  /** Parts of the file that could not be read, each with its sentence; the rest went on. */
  refused: { name: string; error: WireError }[]
  /** The encoding of the text; null for formats that settle it themselves. */
  encoding: string | null
  /** False where the encoding is a guess that the analyst should look at. */
  encodingSure: boolean
  /** The guessed or given mapping of fields; null for formats without records. */
  mapping: FieldMapping | null
}

/** One import format. */
export type Format = {
  readonly id: string
  /** As the analyst reads it: `saved web page`. */
  readonly label: string
  /** Lower case, with their dot. */
  readonly extensions: readonly string[]
  readonly mediaType: string
  /** Largest file it reads, in bytes; absent: the general limit. */
  readonly mostBytes?: number
  /** How sure it is that the bytes are of its kind, 0 to 1; 0.5 and more rests on content, less on the name. */
  recognise(bytes: Uint8Array, name: string): number
  /** @throws GainsayError with the reason for the analyst. */
  read(bytes: Uint8Array, name: string, options: ReadOptions): Promise<FormatResult>
}

/** The refusal of a file whose parts lie within each other beyond reason. */
export const tooDeep = (cause?: unknown) =>
  new GainsayError(
    'unreadable',
    'The file is nested more deeply than any document is; it was not imported.',
    { cause },
  )

/** The result of a file that is one document. */
export function oneDocument(
  document: ReadDocument,
  encoding: { name: string; sure: boolean } | null = null,
): FormatResult {
  return {
    documents: [document],
    refused: [],
    encoding: encoding?.name ?? null,
    encodingSure: encoding?.sure ?? true,
    mapping: null,
  }
}

/** True where the name ends in one of the endings. */
export function hasExtension(name: string, extensions: readonly string[]): boolean {
  const lower = name.toLowerCase()
  return extensions.some((extension) => lower.endsWith(extension))
}

/** Every format looks at the beginning of a file; it is decoded for the first of them. */
const heads = new WeakMap<Uint8Array, string>()
const mostPeeked = 8192

/** The first bytes, 8192 at most, as Latin letters, for looking at what a file begins with; a byte order mark is left out. */
export function peek(bytes: Uint8Array, length = 2048): string {
  let head = heads.get(bytes)
  if (head === undefined) {
    head = decodeHead(bytes, mostPeeked)
    heads.set(bytes, head)
  }
  return head.slice(0, length)
}

/**
 * What follows the comments, processing instructions and blanks that markup begins with. By a loop:
 * a pattern for any number of comments tries all ways to part them before it gives up.
 */
export function afterProlog(head: string): string {
  let rest = head.trimStart()
  for (let end = endOfAside(rest); end > 0; end = endOfAside(rest)) rest = rest.slice(end).trimStart()
  return rest
}

/** Where the comment or instruction ends that a text begins with; 0 where it begins with none that ends. */
function endOfAside(text: string): number {
  const close = text.startsWith('<!--') ? '-->' : text.startsWith('<?') ? '?>' : null
  const at = close === null ? -1 : text.indexOf(close, 2)
  return close === null || at < 0 ? 0 : at + close.length
}

function decodeHead(bytes: Uint8Array, length: number): string {
  const wide = wideEncodingOf(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes.subarray(0, length * 2))
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return new TextDecoder('latin1').decode(bytes.subarray(from, from + length))
}

/** UTF-16 by its byte order mark or, as XML 1.0 (appendix F) has it, by the sign of two bytes that markup opens with; null otherwise. */
export function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const first = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  if (first === 0xfffe || (first === 0x3c00 && bytes[2] !== 0 && bytes[3] === 0)) return 'utf-16le'
  return first === 0xfeff || (first === 0x003c && bytes[2] === 0 && bytes[3] !== 0) ? 'utf-16be' : null
}
