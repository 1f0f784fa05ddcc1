/**
 * Importing one file: read away from this thread, then taken into the case in turn.
 * What is wrong with the file is an outcome; what is wrong with the case or the disk
 * is an error.
 */
import type { Input } from '../../app/contract.ts'
import { GainsayError } from '../../app/errors.ts'
import type { ImportResult } from '../../app/results.ts'
import { sha256 } from '../../db/fingerprint.ts'
import { findArticleBySha256 } from '../../db/similar.ts'
import type { Context, Handlers } from '../handlers.ts'
import { checkSize } from '../import/fileSize.ts'
import { writeFileArticles } from '../import/fileWriter.ts'
import type { ParsedFile } from '../import/parsed.ts'
import type { FileOptions } from '../import/readFile.ts'

const refusals = new Set(['unreadable', 'too-large', 'refused', 'bad-input', 'cancelled'])

export const importHandlers: Handlers<'article.import' | 'import.cancel' | 'import.formats'> = {
  async 'article.import'(context, input) {
    const { signal, moment } = context.desk.open(input.ticket)
    try {
      const bytes = Buffer.from(input.bytes, 'base64')
      const hash = sha256(bytes)
      return await context.desk.oneAtATime(hash, () =>
        importFile(context, input, { bytes, hash, signal, moment }),
      )
    } finally {
      context.desk.close(input.ticket)
    }
  },
  'import.cancel': ({ desk }, { tickets }) => ({ cancelled: desk.cancel(tickets) }),
  async 'import.formats'() {
    // The table draws in every parser, which the host itself never needs.
    const { formats } = await import('../import/formats/table.ts')
    return formats.map(({ id, label, extensions }) => ({ id, label, extensions }))
  },
}

type Begun = {
  readonly bytes: Uint8Array
  readonly hash: string
  readonly signal: AbortSignal
  readonly moment: string
}

async function importFile(
  context: Context,
  input: Input<'article.import'>,
  { bytes, hash, signal, moment }: Begun,
): Promise<ImportResult> {
  // It may have waited for another file of the same bytes.
  context.assertStillOpen()
  if (input.path !== undefined && input.path !== context.file.path)
    throw new GainsayError('cancelled', 'Another case was opened before this file came. It was not imported.')
  const name = plainName(input.name)
  const options = readingOptionsOf(input)
  // Read in another way, the same bytes may well be another text.
  const same = Object.keys(options).length > 0 ? null : findArticleBySha256(context.db, hash)
  if (same !== null) return { name, read: null, outcomes: [{ outcome: 'duplicate', name, of: same }] }
  let isRead = false
  const takeIn = (parsed: ParsedFile) => {
    isRead = true
    return context.desk.enter(
      context,
      writeFileArticles({
        name,
        origin: input.origin,
        bytes,
        sha256: hash,
        parsed,
        places: input.places ?? null,
        onSimilar: input.onSimilar ?? 'offer',
        signal,
        moment,
        begin: context.assertStillOpen,
      }),
    )
  }
  try {
    checkSize(bytes.length)
    return await context.parse({ bytes, name, options, signal }, takeIn)
  } catch (error) {
    if (isRead || !(error instanceof GainsayError) || !refusals.has(error.code)) throw error
    // The host going down is no fault of the file.
    if (error.code === 'cancelled' && !signal.aborted) throw error
    const { code, message } = error
    return { name, read: null, outcomes: [{ outcome: 'refused', name, error: { code, message } }] }
  }
}

/** How the person wants a file read, as far as they said. */
export function readingOptionsOf(input: FileOptions): FileOptions {
  const { format, encoding, mapping } = input
  return {
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(mapping === undefined ? {} : { mapping }),
  }
}

/** The file's own name without folders, on whichever system it was given. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/\p{Cc}/gu, ' ').trim() || 'Unnamed file'
}
