/** What is done with whole threads: named, merged, followed into other views. */
import type { AnnotationId } from '../../app/ids.ts'
import { settledLabel } from '../../app/ledger/openItems.ts'
import type { ThreadRow } from '../../app/ledger/rows.ts'
import { noTimelineFilter } from '../../app/timeline/lanes.ts'
import { patchGraph } from '../graph/graphState.ts'
import { attempt, goToPassage } from '../margin/passageActions.ts'
import { ofThread, reportChoice } from '../report/reportChoice.ts'
import { patchTimeline } from '../timeline/timelineState.ts'
import { caseBookOf } from '../views/caseBook.ts'
import { threadChoices } from '../views/choices.ts'
import type { Parts } from '../workspace/context.ts'
import { patchLedger } from './ledgerState.ts'

export const openThread = (parts: Parts, row: ThreadRow): void => goToPassage(parts, row.leadId)

/** Asks for another thread and holds the two together. */
export function mergeThread(parts: Parts, row: ThreadRow): void {
  parts.workspace.patch({
    dialog: {
      dialog: 'choose',
      chooser: {
        title: `Merge “${row.title}” with …`,
        label: 'The other thread',
        choices: () => threadChoices(caseBookOf(parts.records)).filter((choice) => choice.key !== row.key),
        onChoose: (key) => void joinThreads(parts, row, key),
      },
    },
  })
}

async function joinThreads(parts: Parts, row: ThreadRow, otherKey: string): Promise<void> {
  const other = caseBookOf(parts.records).rowOf(otherKey)
  if (other === null) return
  // What set either apart would go on to part them from others only; the two leads are held together.
  const done = await attempt(parts, () =>
    parts.client.call('thread.create', { memberIds: [row.leadId, other.leadId] }),
  )
  if (!done) return
  keepChosen(parts, row.leadId)
  parts.workspace.notify('done', `Merged with “${other.title}”. Both titles are kept.`)
}

/** Forgets merges and splits of a thread; titles stay. */
export async function followLinks(parts: Parts, row: ThreadRow): Promise<void> {
  const { client, workspace } = parts
  const made = row.thread.records.filter((record) => record.apart || record.memberIds.length > 1)
  if (made.length === 0) {
    workspace.notify('refused', 'This thread follows its links already.')
    return
  }
  const done = await attempt(parts, () =>
    client.call('thread.remove', { ids: made.map((record) => record.id) }),
  )
  if (!done) return
  keepChosen(parts, row.leadId)
  workspace.notify('done', 'The thread follows its links again.')
}

/** Chooses the row that the passage is in now. */
export function keepChosen({ records }: Parts, id: AnnotationId): void {
  const row = caseBookOf(records).rowWith(id)
  if (row !== null) patchLedger({ threadKey: row.key })
}

/** Shows the thread in the graph. */
export function showInGraph({ workspace }: Parts, row: ThreadRow): void {
  workspace.leaveStop()
  const ids = row.thread.members.map((member) => member.id)
  patchGraph({ shown: new Set(ids.slice(0, 60)), chosenId: row.leadId, camera: null })
  workspace.patch({ view: 'graph' })
}

/** Shows the thread on the timeline. */
export function showOnTimeline({ workspace }: Parts, row: ThreadRow): void {
  workspace.leaveStop()
  patchTimeline({ filter: { ...noTimelineFilter, threadKey: row.key }, range: null, chosenKey: null })
  workspace.patch({ view: 'timeline' })
}

/** Shows the report of the thread alone. */
export function reportOn({ workspace }: Parts, row: ThreadRow): void {
  if (!workspace.leaveCorrecting()) return
  workspace.leaveStop()
  reportChoice.set(ofThread(row.thread))
  workspace.patch({ view: 'report', editingId: null })
}

/** Marks a passage as looked at, which closes its open items; the label can be taken off its card. */
export async function settle(parts: Parts, id: AnnotationId): Promise<void> {
  const { client, records, workspace } = parts
  const annotation = records.annotation(id)
  if (annotation === null) return
  const labels = [...annotation.labels, settledLabel]
  const done = await attempt(parts, () => client.call('annotation.update', { id, labels }))
  if (done) workspace.notify('done', `Settled: the passage carries the label “${settledLabel}” now.`)
}
