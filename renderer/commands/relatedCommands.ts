/** What two columns have in common or not: showing it, and going from one place to the next. */

import {
  pairOfColumns,
  type RelatedList,
  type RelatedState,
  relatedCount,
  stepInList,
} from '../related/relatedState.ts'
import type { Parts } from '../workspace/context.ts'
import type { Commands, IdsOf } from './commandRunner.ts'
import { stepChange } from './revisionSteps.ts'

export type RelatedId = Extract<
  IdsOf<'compare'>,
  `compare.${'related' | 'only' | 'nextRelated' | 'previousRelated'}`
>

export const relatedCommands: Commands<RelatedId> = {
  'compare.related': { when: needTwoColumns, run: (parts) => turnList(parts, 'pairs') },
  'compare.only': { when: needTwoColumns, run: (parts) => turnList(parts, 'only') },
  'compare.nextRelated': { when: needTwoTexts, run: (parts) => step(parts, 1) },
  'compare.previousRelated': { when: needTwoTexts, run: (parts) => step(parts, -1) },
}

function needTwoColumns({ workspace }: Parts): string | null {
  const { view, columns } = workspace.get()
  return view === 'compare' && columns.length > 1
    ? null
    : 'Set two articles beside each other first, in the compare view.'
}

function needTwoTexts(parts: Parts): string | null {
  return parts.workspace.get().view === 'revisions' ? null : needTwoColumns(parts)
}

/** Opens a list, changes to it, or puts it away where it is the one that is open. */
function turnList({ workspace }: Parts, list: RelatedList): void {
  const { related } = workspace.get()
  if (related?.list === list) {
    workspace.patch({ related: null })
    workspace.activeReader()?.focus()
  } else if (related !== null) workspace.patch({ related: { ...related, list, at: -1 } })
  else open({ workspace }, list, -1)
}

function open({ workspace }: Pick<Parts, 'workspace'>, list: RelatedList, at: number): void {
  const { columns, activeColumn } = workspace.get()
  const pair = pairOfColumns(columns, activeColumn, null)
  if (pair === null) return
  const [hereId, thereId] = pair
  const related: RelatedState = { hereId, thereId, found: null, revisionIds: [], list, at }
  workspace.patch({ related })
}

function step(parts: Parts, direction: 1 | -1): void {
  const { workspace } = parts
  const { related, view } = workspace.get()
  if (view === 'revisions') {
    stepChange(parts, direction)
    return
  }
  if (related === null) {
    open(parts, 'pairs', 0)
    return
  }
  if (related.found === null) return
  const count = relatedCount(related)
  const at = stepInList(related.at, count, direction)
  if (at !== null) workspace.patch({ related: { ...related, at } })
  else if (count === 0) workspace.notify('refused', nothingThere(related.list))
  else {
    const end = direction === 1 ? 'last' : 'first'
    workspace.notify(
      'done',
      related.list === 'pairs' ? `These are the ${end} related passages.` : `This is the ${end} passage.`,
    )
  }
}

const nothingThere = (list: RelatedList) =>
  list === 'pairs' ? 'No passages of these two articles say the same.' : 'Each has all that the other says.'
