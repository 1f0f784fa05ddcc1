/** Actors down, threads across, and in each cell what the actor said there. */
import type { Annotation, Link } from '../model.ts'
import { speakerOf } from './statements.ts'
import type { Threads } from './threads.ts'

/** What an actor did in a thread; `acts` is taking part in an event. */
export const marks = ['claims', 'denies', 'contradicts', 'supports', 'acts'] as const
export type Mark = (typeof marks)[number]

export type MatrixCell = {
  readonly marks: readonly Mark[]
  /** The passages, oldest first. */
  readonly annotationIds: readonly string[]
}

export type Matrix = {
  /** Actors who speak or act in any thread, the busiest first. */
  readonly actorIds: readonly string[]
  /** Keys of threads in which anybody speaks or acts, in the order of the threads. */
  readonly threadKeys: readonly string[]
  /** Null where the actor says nothing in the thread. */
  readonly cell: (actorId: string, threadKey: string) => MatrixCell | null
}

type Draft = { marks: Set<Mark>; annotationIds: string[] }

export function matrixOf(
  annotations: readonly Annotation[],
  links: readonly Link[],
  threads: Threads,
): Matrix {
  const deeds = deedsOf(links)
  const byId = new Map<string, Annotation>(annotations.map((annotation) => [annotation.id, annotation]))
  const cells = new Map<string, Map<string, Draft>>()
  const threadKeys: string[] = []
  for (const thread of threads.threads) {
    let spoken = false
    for (const id of thread.memberIds) {
      const annotation = byId.get(id)
      if (annotation === undefined) continue
      for (const actorId of actorsOf(annotation)) {
        spoken = true
        const draft = draftIn(cells, actorId, thread.key)
        draft.annotationIds.push(id)
        for (const mark of marksOf(annotation, deeds)) draft.marks.add(mark)
      }
    }
    if (spoken) threadKeys.push(thread.key)
  }
  const actorIds = [...cells]
    .sort(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1))
    .map(([id]) => id)
  return {
    actorIds,
    threadKeys,
    cell: (actorId, threadKey) => {
      const draft = cells.get(actorId)?.get(threadKey)
      return draft === undefined
        ? null
        : { marks: marks.filter((mark) => draft.marks.has(mark)), annotationIds: draft.annotationIds }
    },
  }
}

function draftIn(cells: Map<string, Map<string, Draft>>, actorId: string, threadKey: string): Draft {
  let row = cells.get(actorId)
  if (row === undefined) {
    row = new Map()
    cells.set(actorId, row)
  }
  let draft = row.get(threadKey)
  if (draft === undefined) {
    draft = { marks: new Set(), annotationIds: [] }
    row.set(threadKey, draft)
  }
  return draft
}

/** Annotations that contradict or support something, by id. */
function deedsOf(links: readonly Link[]): { contradicts: Set<string>; supports: Set<string> } {
  const contradicts = new Set<string>()
  const supports = new Set<string>()
  for (const { relation, fromId, toId } of links) {
    if (relation === 'supports') supports.add(fromId)
    if (relation === 'contradicts') contradicts.add(fromId).add(toId)
  }
  return { contradicts, supports }
}

function actorsOf(annotation: Annotation): readonly string[] {
  if (annotation.kind === 'event') return annotation.fields.participantIds
  const speaker = speakerOf(annotation)
  return speaker === null ? [] : [speaker]
}

function marksOf(annotation: Annotation, deeds: ReturnType<typeof deedsOf>): Mark[] {
  if (annotation.kind === 'event') return ['acts']
  const found: Mark[] = [annotation.kind === 'claim' ? 'claims' : 'denies']
  if (deeds.contradicts.has(annotation.id)) found.push('contradicts')
  if (deeds.supports.has(annotation.id)) found.push('supports')
  return found
}
