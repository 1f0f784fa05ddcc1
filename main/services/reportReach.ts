/**
 * The records that a report is made from. Of a large case a report of one article or
 * thread needs few: the passages it is of, those that links and hand-made threads join
 * to them, and what stands at the far ends of their links. Only these are read; that the
 * report is the same as one made from all records is proved by a test.
 */
import { byAge } from '../../app/byAge.ts'
import type { AnnotationId, LinkId } from '../../app/ids.ts'
import type { CaseLists } from '../../app/ledger/makeView.ts'
import { countThreads } from '../../app/ledger/threads.ts'
import type { Annotation, Link, ThreadRecord } from '../../app/model.ts'
import type { ReportScope } from '../../app/report/reportScope.ts'
import { findAnnotation, listAnnotations, listAnnotationsOf } from '../../db/annotations.ts'
import { countAnnotations, getCounter } from '../../db/caseState.ts'
import type { ReadDb } from '../../db/connection.ts'
import { listJoints, listLinks, listLinksOf } from '../../db/links.ts'
import { listThreads } from '../../db/threads.ts'

type Reach = Pick<CaseLists, 'annotations' | 'links' | 'threads'> & {
  /** How many threads the case has; null where all of them are in reach. */
  readonly threadsInCase: number | null
}

/** All that a report of the scope may speak of, oldest first. */
export function readReach(db: ReadDb, { articleIds, threadsOf }: ReportScope): Reach {
  const threads = listThreads(db)
  if (articleIds === null && threadsOf === undefined)
    return { annotations: listAnnotations(db), links: listLinks(db), threads, threadsInCase: null }
  const starts =
    threadsOf ?? (articleIds ?? []).flatMap((id) => listAnnotationsOf(db, id).map((passage) => passage.id))
  const { annotations, links } = reachFrom(db, starts, threads)
  return {
    annotations: annotations.sort(byAge),
    links: links.sort(byAge),
    threads,
    threadsInCase: countAll(db, threads),
  }
}

/** The passages that these are in one thread with, at the most; the far ends of all their links; and the links among them. */
function reachFrom(db: ReadDb, starts: readonly AnnotationId[], threads: readonly ThreadRecord[]) {
  const annotations = new Map<AnnotationId, Annotation>()
  const links = new Map<LinkId, Link>()
  const farEnds = new Set<AnnotationId>()
  const settledIn = recordsByMember(threads)
  const settled = new Set<ThreadRecord>()
  const take = (id: AnnotationId) => {
    const found = annotations.get(id) ?? findAnnotation(db, id)
    if (found !== null) annotations.set(id, found)
    return found
  }
  const next = [...starts]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (annotations.has(id) || take(id) === null) continue
    for (const record of settledIn.get(id) ?? []) {
      if (settled.has(record)) continue
      settled.add(record)
      next.push(...record.memberIds)
    }
    for (const link of listLinksOf(db, id)) {
      links.set(link.id, link)
      const other = link.fromId === id ? link.toId : link.fromId
      if (link.relation === 'follows') farEnds.add(other)
      else next.push(other)
    }
  }
  for (const id of farEnds)
    if (take(id) !== null) for (const link of listLinksOf(db, id)) links.set(link.id, link)
  return {
    annotations: [...annotations.values()],
    links: [...links.values()].filter(({ fromId, toId }) => annotations.has(fromId) && annotations.has(toId)),
  }
}

/** Of each passage, what the analyst settled about it together with others. */
function recordsByMember(threads: readonly ThreadRecord[]): Map<AnnotationId, ThreadRecord[]> {
  const records = new Map<AnnotationId, ThreadRecord[]>()
  for (const record of threads)
    for (const id of record.memberIds) {
      const known = records.get(id)
      if (known === undefined) records.set(id, [record])
      else known.push(record)
    }
  return records
}

/** What the threads of a case were counted to be, and at which commit. */
const counts = new WeakMap<ReadDb, { readonly counter: number; readonly threads: number }>()

/** Joining all passages takes longer than the rest of a report of one article, and is the same until the next commit. */
function countAll(db: ReadDb, settled: readonly ThreadRecord[]): number {
  const counter = getCounter(db)
  const known = counts.get(db)
  if (known?.counter === counter) return known.threads
  const { claim, denial, event } = countAnnotations(db)
  const isHere = (id: AnnotationId) => findAnnotation(db, id) !== null
  const threads = countThreads(claim + denial + event, listJoints(db), settled, isHere)
  counts.set(db, { counter, threads })
  return threads
}
