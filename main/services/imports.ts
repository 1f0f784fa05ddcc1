/**
 * Importing one file: decode and extract away from this thread, look for a
 * duplicate, and put source, revision and article into the case as one step.
 * What is wrong with the file is an outcome; what is wrong with the case or the
 * disk is an error.
 */
import { extname } from 'node:path'
import { bodyText } from '../../app/blocks.ts'
import { put } from '../../app/changes.ts'
import type { ImportOutcome, Input } from '../../app/contract.ts'
import { GainsayError } from '../../app/errors.ts'
import { maxImportBytes } from '../../app/limits.ts'
import type { Article, Revision, SourceFile } from '../../app/model.ts'
import { findArticleByBodyHash, findArticleBySha256 } from '../../db/articles.ts'
import { now } from '../clock.ts'
import { commit } from '../commit.ts'
import type { Context } from '../handlers.ts'
import { newId } from '../ids.ts'
import { hashBody, sha256 } from '../import/fingerprint.ts'
import type { ParsedFile } from '../import/parsed.ts'

const refusals = new Set(['unreadable', 'too-large', 'refused', 'bad-input'])

/** The handler of `article.import`. */
export async function importFile(context: Context, input: Input<'article.import'>): Promise<ImportOutcome> {
  const name = plainName(input.name)
  const bytes = Buffer.from(input.bytes, 'base64')
  const hash = sha256(bytes)
  const same = findArticleBySha256(context.db, hash)
  if (same !== null) return { outcome: 'duplicate', name, of: same }
  let parsed: ParsedFile
  try {
    if (bytes.length > maxImportBytes) throw tooLarge(bytes.length)
    parsed = await context.parse(bytes, name)
  } catch (error) {
    if (!(error instanceof GainsayError) || !refusals.has(error.code)) throw error
    return { outcome: 'refused', name, error: { code: error.code, message: error.message } }
  }
  context.assertStillOpen()
  return add(context, { name, origin: input.origin, bytes, hash, parsed })
}

type Read = {
  name: string
  origin: SourceFile['origin']
  bytes: Uint8Array
  hash: string
  parsed: ParsedFile
}

/** From here on nothing waits, so that two imports cannot both find that there is no duplicate. */
function add(context: Context, { name, origin, bytes, hash, parsed }: Read): ImportOutcome {
  const bodyHash = hashBody(bodyText(parsed, { flippedBlocks: [] }))
  const same =
    findArticleBySha256(context.db, hash) ??
    (bodyHash === null ? null : findArticleByBodyHash(context.db, bodyHash))
  if (same !== null) return { outcome: 'duplicate', name, of: same }
  const moment = now()
  const source: SourceFile = {
    id: newId('source'),
    name,
    origin,
    mediaType: mediaTypeOf(name),
    size: bytes.length,
    sha256: hash,
    encoding: parsed.encoding,
    importedAt: moment,
  }
  const revision: Revision = {
    id: newId('revision'),
    articleId: newId('article'),
    sourceId: source.id,
    createdAt: moment,
    text: parsed.text,
    blocks: [...parsed.blocks],
  }
  const article: Article = {
    ...parsed.metadata,
    id: revision.articleId,
    revisionId: revision.id,
    sourceId: source.id,
    importedAt: moment,
    flippedBlocks: [],
  }
  const material = { source, bytes, revision, bodyHash }
  commit(context, { label: 'Import an article', changes: [put('article', article)], material })
  return { outcome: 'imported', name, article }
}

/** The file's own name without folders, on whichever system it was given. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/\p{Cc}/gu, ' ').trim() || 'Unnamed file'
}

const mediaTypes: Readonly<Record<string, string>> = { '.md': 'text/markdown', '.markdown': 'text/markdown' }
const mediaTypeOf = (name: string) => mediaTypes[extname(name).toLowerCase()] ?? 'text/plain'

function tooLarge(size: number): GainsayError {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
  return new GainsayError(
    'too-large',
    `The file has ${megabytes(size)}; Gainsay takes in files of up to ${megabytes(maxImportBytes)}. Split it and try again.`,
  )
}
