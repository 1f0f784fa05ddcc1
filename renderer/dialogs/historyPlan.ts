/** The way from the present to a step of the history. */
import type { HistoryStep } from '../../app/results.ts'

/** How often to undo or redo until the step of this number is the last one done; null means before all steps. Steps come latest first. */
export function planTo(
  steps: readonly Pick<HistoryStep, 'seq' | 'undone'>[],
  seq: number | null,
): { readonly method: 'history.undo' | 'history.redo'; readonly times: number } {
  const at = seq === null ? steps.length : steps.findIndex((step) => step.seq === seq)
  const present = steps.findIndex((step) => !step.undone)
  const from = present === -1 ? steps.length : present
  return at > from
    ? { method: 'history.undo', times: at - from }
    : { method: 'history.redo', times: from - at }
}
