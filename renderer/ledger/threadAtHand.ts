/**
 * The thread that a command of the ledger is about: the one on which the keys stand there,
 * in any other view that of the chosen passage. Each part of the ledger says which it is
 * while it is on the screen, since only it knows how its lines are sorted and grouped.
 */
import { useEffect } from 'react'
import type { AnnotationId } from '../../app/ids.ts'
import type { ThreadRow } from '../../app/ledger/rows.ts'
import { createStore, type Store } from '../ui/store.ts'
import { caseBookOf } from '../views/caseBook.ts'
import type { Parts } from '../workspace/context.ts'

/** A passage of the thread; null where the keys stand on none. */
const pointedAt: Store<AnnotationId | null> = createStore<AnnotationId | null>(null)

/** Says that the keys stand on the thread of this passage. */
export function usePointAt(id: AnnotationId | null): void {
  useEffect(() => {
    pointedAt.set(id)
    return () => pointedAt.set(null)
  }, [id])
}

/** Null where no thread and no passage is chosen. */
export function findThreadAtHand({ records, workspace }: Parts): ThreadRow | null {
  const { view, focusId } = workspace.get()
  const id = view === 'ledger' ? pointedAt.get() : focusId
  return id === null ? null : caseBookOf(records).rowWith(id)
}
