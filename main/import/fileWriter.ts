/**
 * Takes the articles of one file into the case, one at a time: each is a duplicate, a
 * later capture, or new. Whoever reads the rules of "the same article again" reads them
 * here and in `app/similar`.
 */
import { put } from '../../app/changes.ts'
import { GainsayError, type WireError } from '../../app/errors.ts'
import type { OnSimilar } from '../../app/inputForms.ts'
import type { Article, Revision, SourceFile } from '../../app/model.ts'
import type { ImportOutcome, ImportResult } from '../../app/results.ts'
import type { WriteDb } from '../../db/connection.ts'
import { describeFault } from '../../db/faults.ts'
import { findArticleByBodyHash } from '../../db/similar.ts'
import { type Step, writeStep } from '../commit.ts'
import { newId } from '../ids.ts'
import { planRevision } from '../services/revise.ts'
import type { SliceWriter } from './importDesk.ts'
import { type ParsedArticle, type ParsedFile, readingOf, readingOfAll } from './parsed.ts'
import { findSimilar, maySamePaper, type Similar } from './similar.ts'

/** An article with its place in the file, from 0. */
type TakenArticle = { readonly article: ParsedArticle; readonly place: number }

/** A file that was read and waits to be taken in. */
export type ReadyFile = {
  readonly name: string
  readonly origin: SourceFile['origin']
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly parsed: ParsedFile
  /** The places of its articles that are to be taken in, from 0; null for all. */
  readonly places: readonly number[] | null
  readonly onSimilar: OnSimilar
  readonly signal: AbortSignal
  /** When the import was asked for. */
  readonly moment: string
  /** @throws GainsayError where the case is no longer open. */
  begin(): void
}

/** Writes a file article by article. @throws GainsayError `not-found` where it holds none of the articles named. */
export function writeFileArticles(file: ReadyFile): SliceWriter<ImportResult> {
  const { parsed, name } = file
  const taken = articlesAt(parsed, file.places)
  const outcomes: ImportOutcome[] = []
  const many = parsed.articles.length > 1
  const sources = new Sources(file)
  const step: Pick<Step, 'label' | 'group'> = many
    ? { label: `Import the articles of ${name}`, group: newId('source') }
    : { label: 'Import an article' }
  // Where some articles were chosen, what was refused beside them was told before.
  const refusedParts = (taken.length < parsed.articles.length ? [] : parsed.refused).map((part) => ({
    outcome: 'refused' as const,
    name: part.name,
    error: part.error,
  }))
  /** How many outcomes are on disk, or need nothing there. */
  let settled = 0
  const result = (): ImportResult => ({
    name,
    read: readingOfAll(parsed),
    outcomes: [...outcomes, ...refusedParts],
  })
  return {
    begin: file.begin,
    next(db) {
      const next = outcomes.length
      if (file.signal.aborted) {
        outcomes.push(stopped(name, next, taken.length))
        return { committed: null, result: result() }
      }
      const one = taken[next]
      if (one === undefined) return { committed: null, result: result() }
      const part = partOf(one, many, file.parsed.format)
      const planned = plan(db, file, sources.of(one.article), one, part)
      outcomes.push(planned.outcome)
      const committed = planned.step === null ? null : writeStep(db, { ...step, ...planned.step })
      return outcomes.length < taken.length ? { committed } : { committed, result: result() }
    },
    written(kept) {
      if (kept) settled = outcomes.length
      else outcomes.length = settled
    },
    passOver(error) {
      const fault = describeFault(error, 'The case')
      // A full disk or a damaged case stops every article; only a fault of our own is this one's.
      if (fault !== null && fault.code !== 'internal') throw error
      console.error(error)
      outcomes.push({ outcome: 'refused', name: taken[settled]?.article.name ?? name, error: notWritten })
      settled = outcomes.length
    },
  }
}

function articlesAt({ articles }: ParsedFile, places: ReadyFile['places']): TakenArticle[] {
  const wanted = places === null ? null : new Set(places)
  const taken = articles
    .map((article, place) => ({ article, place }))
    .filter(({ place }) => wanted === null || wanted.has(place))
  if (wanted !== null && taken.length === 0)
    throw new GainsayError('not-found', 'The file does not hold this article any more. Nothing was changed.')
  return taken
}

const notWritten: WireError = {
  code: 'internal',
  message:
    'It could not be written into the case, by a fault of Gainsay’s own. Nothing of it was kept; the others went on.',
}

/** Which part of its file the article is; null where it is all of it. */
function partOf(
  { article: { name, inside }, place }: TakenArticle,
  many: boolean,
  outer: string,
): Revision['part'] {
  if (!many && inside === null) return null
  return {
    index: place,
    name: name.slice(0, 1024),
    ...(inside === null ? {} : { inside: inside.name, outer }),
  }
}

type Planned = { outcome: ImportOutcome; step: (Pick<Step, 'changes' | 'material'> & Partial<Step>) | null }

function plan(
  db: WriteDb,
  file: ReadyFile,
  source: SourceFile,
  { article, place }: TakenArticle,
  part: Revision['part'],
): Planned {
  const name = part?.name ?? file.name
  const { bodyHash } = article.fingerprint
  const isSame = (other: Article) => maySamePaper(article.metadata, other)
  const same = bodyHash === null ? null : findArticleByBodyHash(db, bodyHash, isSame)
  if (same !== null) return { outcome: { outcome: 'duplicate', name, of: same }, step: null }
  const similar = findSimilar(db, article)
  if (similar?.isCapture && file.onSimilar === 'offer') {
    const { of, by, score } = similar
    return { outcome: { outcome: 'later capture', name, place, of, by, score }, step: null }
  }
  if (similar?.isCapture && file.onSimilar === 'revision') {
    return planCapture(db, file, source, article, part, similar)
  }
  return planArticle(file, source, article, part, similar)
}

function planCapture(
  db: WriteDb,
  file: ReadyFile,
  source: SourceFile,
  article: ParsedArticle,
  part: Revision['part'],
  { of }: Similar,
): Planned {
  const { changes, material, revised } = planRevision(db, of, {
    source,
    bytes: file.bytes,
    text: article.text,
    blocks: article.blocks,
    origin: 'capture',
    part,
    warnings: warningsOf(article),
    createdAt: source.importedAt,
    metadata: article.metadata,
    fingerprint: article.fingerprint,
  })
  return {
    outcome: { outcome: 'revised', name: part?.name ?? file.name, ...revised },
    step: { label: 'Take in a later capture', changes, material: [material] },
  }
}

function planArticle(
  file: ReadyFile,
  source: SourceFile,
  { metadata, text, blocks, fingerprint, warnings }: ParsedArticle,
  part: Revision['part'],
  similar: Similar | null,
): Planned {
  const revision: Revision = {
    id: newId('revision'),
    articleId: newId('article'),
    sourceId: source.id,
    createdAt: source.importedAt,
    origin: 'import',
    baseId: null,
    part,
    warnings: warningsOf({ warnings }),
    text,
    blocks: [...blocks],
  }
  const article: Article = {
    ...metadata,
    id: revision.articleId,
    revisionId: revision.id,
    sourceId: source.id,
    importedAt: source.importedAt,
    flippedBlocks: [],
    reprintOf: similar?.sharesText ? (similar.of.reprintOf ?? similar.of.id) : null,
  }
  return {
    outcome: { outcome: 'imported', name: part?.name ?? file.name, article },
    step: {
      changes: [put('article', article)],
      material: [{ source, bytes: file.bytes, revision, fingerprint, proposed: metadata }],
    },
  }
}

/** The file as a source, once for each way in which something of it was read. */
class Sources {
  private readonly known = new Map<string, SourceFile>()
  private readonly file: ReadyFile

  constructor(file: ReadyFile) {
    this.file = file
  }

  of(article: ParsedArticle): SourceFile {
    const { name, origin, bytes, sha256, parsed, moment } = this.file
    const reading = readingOf(parsed, article)
    const key = JSON.stringify(reading)
    const source = this.known.get(key) ?? {
      id: newId('source'),
      name,
      origin,
      ...reading,
      size: bytes.length,
      sha256,
      importedAt: moment,
    }
    this.known.set(key, source)
    return source
  }
}

/** As much as the record takes. */
export const warningsOf = ({ warnings }: { readonly warnings: readonly string[] }): string[] =>
  warnings.slice(0, 64).map((warning) => warning.slice(0, 1024))

function stopped(name: string, done: number, all: number): ImportOutcome {
  const message =
    all === 1
      ? 'The import was stopped before this file was taken in.'
      : `The import was stopped after ${done} of its ${all} articles; those are in the case.`
  return { outcome: 'refused', name, error: { code: 'cancelled', message } }
}
