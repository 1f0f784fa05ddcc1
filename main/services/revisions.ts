/** Revisions of an article: listed, compared, made by correcting the text or by reading the file again. */
import { blockSeparator } from '../../app/blocks.ts'
import { makeEditMap } from '../../app/carry/stepMaps.ts'
import { compareRevisions } from '../../app/carry/wordDiff.ts'
import { GainsayError } from '../../app/errors.ts'
import type { CorrectedBlock } from '../../app/inputForms.ts'
import { maxRevisionLength } from '../../app/limits.ts'
import type { Article, Block, FieldMapping, Revision, SourceFile } from '../../app/model.ts'
import { countByRevision } from '../../db/annotations.ts'
import type { ReadDb } from '../../db/connection.ts'
import { getRevision, getSource, getSourceBytes, listRevisions } from '../../db/material.ts'
import { listChain } from '../../db/revisionChain.ts'
import { now } from '../clock.ts'
import { commit } from '../commit.ts'
import type { Handlers } from '../handlers.ts'
import { newId } from '../ids.ts'
import { warningsOf } from '../import/fileWriter.ts'
import { type ParsedArticle, type ParsedFile, readingOf } from '../import/parsed.ts'
import { readingOptionsOf } from './imports.ts'
import { getArticle } from './lookUp.ts'
import { planRevision } from './revise.ts'

export const revisionHandlers: Handlers<
  'article.revisions' | 'article.compareRevisions' | 'article.correct' | 'article.reread'
> = {
  'article.revisions'({ db }, { id }) {
    const { revisionId } = getArticle(db, id)
    const counts = countByRevision(db, id)
    return listRevisions(db, revisionId).map(({ id: own, createdAt, origin, part, warnings, sourceId }) => ({
      id: own,
      createdAt,
      origin,
      part,
      warnings,
      source: getSource(db, sourceId),
      current: own === revisionId,
      annotations: counts.get(own) ?? 0,
    }))
  },

  'article.compareRevisions'({ db }, { id, from, to }) {
    const article = getArticle(db, id)
    return compareRevisions(getRevisionOf(db, article, from), getRevisionOf(db, article, to))
  },

  'article.correct'(context, { id, revisionId, blocks, steps }) {
    const { db } = context
    const article = getArticle(db, id)
    if (revisionId !== article.revisionId) {
      throw new GainsayError(
        'refused',
        'The text has another revision since this correction was begun. Nothing was changed; look at the new text and correct that.',
      )
    }
    const base = getRevision(db, revisionId)
    const laid = layBlocks(blocks)
    const edit = makeEditMap(base.text, laid.text, steps)
    const { changes, material, revised } = planRevision(
      db,
      article,
      {
        source: getSource(db, base.sourceId),
        bytes: new Uint8Array(0),
        ...laid,
        origin: 'correction',
        part: base.part,
        warnings: base.warnings,
        createdAt: now(),
        metadata: null,
      },
      edit,
    )
    commit(context, { label: 'Correct the text', changes, material: [material] })
    return revised
  },

  async 'article.reread'(context, input) {
    const { db } = context
    const asked = getArticle(db, input.id)
    const base = getRevision(db, asked.revisionId)
    const former = getSource(db, base.sourceId)
    const bytes = getSourceBytes(db, base.sourceId)
    const { inside, outer } = base.part ?? {}
    const options = {
      ...keptOptions(former),
      ...readingOptionsOf(input),
      ...(inside === undefined ? {} : { inside }),
      ...(outer === undefined ? {} : { outer }),
    }
    const parsed = await context.parse({ bytes, name: former.name, options }, (read) => read)
    context.assertStillOpen()
    const article = getArticle(db, input.id)
    if (article.revisionId !== asked.revisionId) {
      throw new GainsayError(
        'refused',
        'The text has another revision since its file was begun to be read again. Nothing was changed; read it again if you still want to.',
      )
    }
    const found = findPart(parsed, base.part)
    const source: SourceFile = {
      ...former,
      id: newId('source'),
      ...readingOf(parsed, found),
      importedAt: now(),
    }
    const { changes, material, revised } = planRevision(db, article, {
      source,
      bytes,
      text: found.text,
      blocks: found.blocks,
      origin: 'reread',
      part: base.part,
      warnings: warningsOf(found),
      createdAt: source.importedAt,
      metadata: found.metadata,
      fingerprint: found.fingerprint,
    })
    commit(context, { label: 'Read the file again', changes, material: [material] })
    return revised
  },
}

/** The revision, if the article has it in force. @throws GainsayError `not-found` */
export function getRevisionOf(db: ReadDb, article: Article, revisionId: string): Revision {
  if (revisionId !== article.revisionId && !listChain(db, article.revisionId).includes(revisionId)) {
    throw new GainsayError('not-found', 'The article has no such revision.')
  }
  return getRevision(db, revisionId)
}

/** What was settled about the file before goes on to hold. */
function keptOptions({ format, mapping }: SourceFile): { format: string; mapping?: FieldMapping } {
  return { format, ...(mapping === null ? {} : { mapping }) }
}

/** The same article of the file, by its name there, else by its place. */
function findPart({ articles }: ParsedFile, part: Revision['part']): ParsedArticle {
  const there = articles[part?.index ?? 0]
  // Two files of an archive may have the same name.
  const found =
    part === null || there?.name === part.name
      ? there
      : (articles.find((article) => article.name === part.name) ?? there)
  if (found === undefined) {
    throw new GainsayError(
      'unreadable',
      'Read in this way the file does not hold this article. Nothing was changed.',
    )
  }
  return found
}

/** @throws GainsayError `bad-input` where a block is blank or holds a blank line, `too-large` for too much text. */
function layBlocks(corrected: readonly CorrectedBlock[]): { text: string; blocks: Block[] } {
  let start = 0
  const blocks = corrected.map(({ text, type, level, furniture, page }, index): Block => {
    if (text.trim() === '' || text.includes(blockSeparator)) {
      throw new GainsayError(
        'bad-input',
        `The block ${index + 1} is empty or holds a blank line. Nothing was changed; remove it, or part it into two.`,
      )
    }
    const end = start + text.length
    const block: Block = { type, start, end, level: type === 'heading' ? (level ?? 2) : null, furniture }
    start = end + blockSeparator.length
    return page === undefined ? block : { ...block, page }
  })
  const text = corrected.map((block) => block.text).join(blockSeparator)
  if (text.length > maxRevisionLength) {
    throw new GainsayError(
      'too-large',
      'The corrected text is longer than Gainsay keeps. Nothing was changed.',
    )
  }
  return { text, blocks }
}
