/** Who said what in which thread: actors down, threads across. Pure. */
import type { ActorId, AnnotationId } from '../ids.ts'
import { type CaseView, compareWords, speakerIdOf } from './caseView.ts'
import type { ThreadRow } from './rows.ts'

/** What an actor does in a thread. */
export const matrixMarks = ['claims', 'denies', 'contradicts', 'supports', 'takes part'] as const
export type MatrixMark = (typeof matrixMarks)[number]

export type MatrixCell = {
  readonly marks: readonly MatrixMark[]
  /** The actor's passages in the thread, in the thread's order. */
  readonly annotationIds: readonly AnnotationId[]
}
export type MatrixRow = {
  readonly actorId: ActorId
  readonly name: string
  /** By the key of the thread. */
  readonly cells: ReadonlyMap<string, MatrixCell>
}

/** The actors who do something in these threads, those in most threads first. */
export function makeMatrix(view: CaseView, rows: readonly ThreadRow[]): MatrixRow[] {
  const actors = new Map<ActorId, Map<string, { marks: Set<MatrixMark>; annotationIds: AnnotationId[] }>>()
  for (const { thread } of rows) {
    const marksOf = new Map<AnnotationId, MatrixMark>()
    for (const { fromId, relation } of thread.links) {
      if (relation === 'contradicts' || relation === 'supports') marksOf.set(fromId, relation)
    }
    for (const member of thread.members) {
      const speaker = speakerIdOf(member)
      const who = member.kind === 'event' ? member.fields.participantIds : speaker === null ? [] : [speaker]
      for (const actorId of who) {
        const mark: MatrixMark =
          member.kind === 'event'
            ? 'takes part'
            : member.kind === 'denial'
              ? 'denies'
              : (marksOf.get(member.id) ?? 'claims')
        const cells = actors.get(actorId) ?? new Map()
        actors.set(actorId, cells)
        const cell = cells.get(thread.key) ?? { marks: new Set<MatrixMark>(), annotationIds: [] }
        cells.set(thread.key, cell)
        cell.marks.add(mark)
        cell.annotationIds.push(member.id)
      }
    }
  }
  return [...actors]
    .map(([actorId, cells]) => ({
      actorId,
      name: view.actor(actorId)?.name ?? '',
      cells: new Map(
        [...cells].map(([key, { marks, annotationIds }]) => [
          key,
          { marks: matrixMarks.filter((mark) => marks.has(mark)), annotationIds },
        ]),
      ),
    }))
    .sort((a, b) => b.cells.size - a.cells.size || compareWords(a.name, b.name))
}
