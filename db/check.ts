/**
 * Proves a case: the file's own integrity, references, quotes against text,
 * sources against their SHA-256, the search index against the articles, and the
 * journal, replayed from nothing, against the records.
 */
import { createHash } from 'node:crypto'
import { verifySegment } from '../app/anchor/segment.ts'
import { bodyText } from '../app/blocks.ts'
import { sameRecord } from '../app/changes.ts'
import { type Revision, recordSchemas, recordTypes } from '../app/model.ts'
import type { CheckProblem, CheckResult } from '../app/results.ts'
import { canLink } from '../app/rules.ts'
import { findAnnotation } from './annotations.ts'
import { findArticle } from './articles.ts'
import { countAnnotations, countArticles } from './caseState.ts'
import { eachRow, listRows, type ReadDb } from './connection.ts'
import { countSteps, eachStep } from './journal.ts'
import { countLinks, listLinks } from './links.ts'
import { getRevision, getRevisionText } from './material.ts'
import { recordTables } from './records.ts'
import { holdsSearchEntry, searchEntryOf } from './search.ts'

/** More problems than this help nobody. */
const mostProblems = 200

/** Checks everything; changes nothing. */
export function checkCase(db: ReadDb): CheckResult {
  const problems: CheckProblem[] = []
  const report = (where: string, what: string) => {
    if (problems.length < mostProblems) problems.push({ where, what })
  }
  attempt('file', report, () => checkFile(db, report))
  attempt('source', report, () => checkSources(db, report))
  attempt('article', report, () => checkArticles(db, report))
  attempt('annotation', report, () => checkAnnotations(db, report))
  attempt('link', report, () => checkLinks(db, report))
  attempt('journal', report, () => checkJournal(db, report))
  const { claim, denial, event } = countAnnotations(db)
  return {
    ok: problems.length === 0,
    checked: {
      articles: countArticles(db),
      annotations: claim + denial + event,
      links: countLinks(db),
      steps: countSteps(db),
    },
    problems,
  }
}

type Report = (where: string, what: string) => void

/** What cannot be read at all is a problem to report like any other; the check goes on behind it. */
function attempt(where: string, report: Report, work: () => void): void {
  try {
    work()
  } catch (error) {
    report(where, error instanceof Error ? `cannot be read: ${error.message}` : 'cannot be read')
  }
}

function checkFile(db: ReadDb, report: Report): void {
  for (const row of listRows<{ integrity_check: string }>(db, 'PRAGMA integrity_check(20)')) {
    if (row.integrity_check !== 'ok') report('file', row.integrity_check)
  }
  const broken = listRows<{ table: string; rowid: number | null; parent: string }>(
    db,
    'PRAGMA foreign_key_check',
  )
  for (const row of broken)
    report(row.table, `row ${row.rowid} refers to the table ${row.parent}, where nothing answers`)
}

function checkSources(db: ReadDb, report: Report): void {
  const rows = eachRow<{ id: string; size: number; sha256: string; bytes: Uint8Array | null }>(
    db,
    'SELECT id, size, sha256, bytes FROM source LEFT JOIN sourceBytes USING (sha256)',
  )
  for (const row of rows) {
    if (row.bytes === null) {
      report(row.id, 'its bytes are missing')
      continue
    }
    if (row.bytes.length !== row.size)
      report(row.id, `holds ${row.bytes.length} bytes instead of ${row.size}`)
    if (createHash('sha256').update(row.bytes).digest('hex') !== row.sha256) {
      report(row.id, 'its bytes do not match their SHA-256')
    }
  }
}

function checkArticles(db: ReadDb, report: Report): void {
  const rows = listRows<{ rowKey: number; id: string }>(db, 'SELECT rowKey, id FROM article ORDER BY rowKey')
  for (const { rowKey, id } of rows) attempt(id, report, () => checkArticle(db, rowKey, id, report))
  const entries = listRows<{ n: number }>(db, 'SELECT count(*) AS n FROM articleSearch')[0]?.n
  if (entries !== rows.length) report('articleSearch', `has ${entries} entries for ${rows.length} articles`)
}

function checkArticle(db: ReadDb, rowKey: number, id: string, report: Report): void {
  const article = findArticle(db, id)
  if (article === null) return
  const revision = getRevision(db, article.revisionId)
  if (revision.articleId !== id) report(id, `its text belongs to the article ${revision.articleId}`)
  checkBlocks(revision, report)
  if (!holdsSearchEntry(db, rowKey, searchEntryOf(article, bodyText(revision, article)))) {
    report(id, 'the search index does not hold what the article says')
  }
}

function checkBlocks(revision: Revision, report: Report): void {
  let end = -2
  for (const block of revision.blocks) {
    const gap = revision.text.slice(Math.max(0, end), block.start)
    if (block.start !== end + 2 || block.end < block.start || (end >= 0 && gap !== '\n\n')) {
      report(revision.id, `the block at ${block.start} does not follow the one before it`)
      return
    }
    end = block.end
  }
  if (end !== revision.text.length && revision.blocks.length > 0) {
    report(revision.id, `its blocks end at ${end}, its text at ${revision.text.length}`)
  }
}

function checkAnnotations(db: ReadDb, report: Report): void {
  // In the order of revisions, so one text at a time is enough.
  const sql = `SELECT annotation.id, revisionId, revision.articleId <> annotation.articleId AS strange
    FROM annotation JOIN revision ON revision.id = revisionId ORDER BY revisionId`
  let text: { readonly of: string; readonly is: string } | null = null
  for (const { id, revisionId, strange } of listRows<{ id: string; revisionId: string; strange: number }>(
    db,
    sql,
  )) {
    if (strange === 1) report(id, 'lies on a revision of another article')
    attempt(id, report, () => {
      if (text?.of !== revisionId) text = { of: revisionId, is: getRevisionText(db, revisionId) }
      checkAnnotation(db, id, text.is, report)
    })
  }
}

function checkAnnotation(db: ReadDb, id: string, text: string, report: Report): void {
  let last = -1
  for (const segment of findAnnotation(db, id)?.segments ?? []) {
    if (!verifySegment(text, segment)) {
      report(id, `the text at ${segment.start}–${segment.end} is not what it quotes`)
    }
    if (segment.start <= last) report(id, `its segment at ${segment.start} touches the one before it`)
    last = segment.end
  }
}

function checkLinks(db: ReadDb, report: Report): void {
  for (const link of listLinks(db)) {
    const from = findAnnotation(db, link.fromId)
    const to = findAnnotation(db, link.toId)
    // What is missing was found by the check of references.
    if (from === null || to === null) continue
    const verdict = canLink(from, link.relation, to)
    if (!verdict.allowed) report(link.id, verdict.why)
  }
}

function checkJournal(db: ReadDb, report: Report): void {
  const replayed = new Map<string, unknown>()
  for (const step of eachStep(db)) {
    for (const change of step.changes) {
      const key = `${change.type} ${change.id}`
      if (!sameRecord(replayed.get(key) ?? null, change.before)) {
        report(`journal step ${step.seq}`, `was made on another state of the ${key}`)
      }
      if (change.after === null) replayed.delete(key)
      else replayed.set(key, change.after)
    }
  }
  for (const type of recordTypes) {
    for (const record of recordTables[type].list(db)) {
      const key = `${type} ${record.id}`
      if (!recordSchemas[type].safeParse(record).success) report(key, 'is not of the form a record must have')
      if (!sameRecord(replayed.get(key) ?? null, record)) report(key, 'is not what the journal says')
      replayed.delete(key)
    }
  }
  for (const key of replayed.keys()) report(key, 'is in the journal but not on disk')
}
