/** Another case is open: what was filtered and chosen in the views belongs to the former one. */
import { graphState, initialGraph } from '../graph/graphState.ts'
import { initialLedger, ledgerState } from '../ledger/ledgerState.ts'
import { initialTimeline, timelineState } from '../timeline/timelineState.ts'

export function resetViews(): void {
  ledgerState.set(initialLedger)
  timelineState.set(initialTimeline)
  graphState.set(initialGraph)
}
