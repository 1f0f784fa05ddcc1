/**
 * ZIP archives by their directory, one entry at a time, within bounds: number of
 * entries, size of each and of all, and how much an entry may swell. The sizes a
 * directory states are held against what comes out. Nothing is written to disk, so
 * a path in a name leads nowhere; it is only shown.
 * Format: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
import { inflateSync } from 'fflate'
import { GainsayError } from '../../../app/errors.ts'

/** One file of an archive. */
export type ZipEntry = {
  name: string
  size: number
  packed: number
  method: number
  at: number
  locked: boolean
}

/** Bounds that hold for one archive. */
export const zipBounds = {
  entries: 20_000,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  ratio: 250,
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

/** True where the bytes begin as an archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  )
}

/** The files of an archive, folders left out. Throws `unreadable` for a broken directory, `too-large` beyond the bounds. */
export function listEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff)
    throw new GainsayError(
      'too-large',
      'The archive is larger than Gainsay takes in (it uses ZIP64). Unpack it and import the folder.',
    )
  if (count > zipBounds.entries)
    throw new GainsayError(
      'too-large',
      `The archive holds ${count} files; Gainsay takes in ${zipBounds.entries} at a time.`,
    )
  const entries: ZipEntry[] = []
  let [total, packedTotal] = [0, 0]
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) throw broken()
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ] // three offsets, three numbers
    const flags = view.getUint16(at + 8, true)
    const entry: ZipEntry = {
      name: decodeName(bytes.subarray(at + 46, at + 46 + name), (flags & 0x800) !== 0),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      locked: (flags & 1) !== 0,
    }
    if (!entry.name.endsWith('/')) entries.push(entry)
    total += entry.size
    packedTotal += entry.packed
    at += 46 + name + extra + comment
  }
  // Where files take up more room than the archive has, they lie over one another, to be unpacked again and again.
  if (total > zipBounds.totalBytes || packedTotal > bytes.length) throw swollen()
  return entries
}

/** The bytes of one entry. Throws `unreadable` where they are damaged or locked, `too-large` beyond the bounds. */
export function readEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.locked)
    throw new GainsayError('unreadable', 'It is locked with a password; unlock it and import it again.')
  if (entry.size > zipBounds.entryBytes) throw swollen()
  if (entry.size > 1024 * 1024 && entry.size > entry.packed * zipBounds.ratio) throw swollen()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== localHeader) throw broken()
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(from, from + entry.packed)
  if (packed.length !== entry.packed) throw broken()
  if (entry.method === 0) return packed
  if (entry.method !== 8)
    throw new GainsayError(
      'unreadable',
      'It is packed in a way Gainsay does not read; unpack the archive and import the files.',
    )
  return inflate(packed, entry)
}

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    // One byte more than was stated: an entry that swells beyond its word is told by it, and goes no further.
    const out = inflateSync(packed, { out: new Uint8Array(entry.size + 1) })
    if (out.length !== entry.size) throw broken()
    return out
  } catch (error) {
    if (error instanceof GainsayError) throw error
    throw broken(error)
  }
}

/** The entry's bytes by name; null where the archive has none of that name. */
export function findEntry(bytes: Uint8Array, entries: readonly ZipEntry[], name: string): Uint8Array | null {
  const entry = entries.find((one) => one.name === name)
  return entry === undefined ? null : readEntry(bytes, entry)
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === endOfDirectory) return at
  throw broken()
}

/** Names are UTF-8 where they say so or happen to be; older archives have the letters of MS-DOS. */
function decodeName(bytes: Uint8Array, utf8: boolean): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  return utf8 || !text.includes('\uFFFD') ? text : new TextDecoder('latin1').decode(bytes)
}

const broken = (cause?: unknown) =>
  new GainsayError('unreadable', 'The archive is damaged and could not be unpacked.', { cause })
const swollen = () =>
  new GainsayError(
    'too-large',
    'The archive would unpack to far more than Gainsay takes in; it was left alone.',
  )
