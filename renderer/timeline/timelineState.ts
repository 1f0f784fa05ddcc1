/** What the timeline shows; kept while other views are open. */
import { noTimelineFilter, type TimelineFilter } from '../../app/timeline/lanes.ts'
import { createStore, type Store } from '../ui/store.ts'

export type TimelineState = {
  readonly filter: TimelineFilter
  /** The stretch that is seen, milliseconds since 1970; null for all there is. */
  readonly range: { readonly from: number; readonly to: number } | null
  /** The chosen entry; it may be gathered. */
  readonly chosenKey: string | null
}

export const initialTimeline: TimelineState = { filter: noTimelineFilter, range: null, chosenKey: null }

export const timelineState: Store<TimelineState> = createStore(initialTimeline)
/** Changes some of it and leaves the rest. */
export const patchTimeline = (part: Partial<TimelineState>): void =>
  timelineState.set((state) => ({ ...state, ...part }))
