/** What the graph shows and where it stands; kept while other views are open. */
import type { Places } from '../../app/graph/layout.ts'
import { createStore, type Store } from '../ui/store.ts'

export type GraphState = {
  /** The nodes that are shown; null until something was chosen to begin with. */
  readonly shown: ReadonlySet<string> | null
  /** Where nodes stand, also those that are hidden for now, so that they come back to their place. */
  readonly places: Places
  readonly chosenId: string | null
  /** The edge chosen in the table, while it is one of the chosen node (`chosenEdge`). */
  readonly edgeId: string | null
  /** Offset in pixels and scale of the picture; null to show all of it. */
  readonly camera: { readonly x: number; readonly y: number; readonly scale: number } | null
}

export const initialGraph: GraphState = {
  shown: null,
  places: {},
  chosenId: null,
  edgeId: null,
  camera: null,
}

export const graphState: Store<GraphState> = createStore(initialGraph)
/** Changes some of it and leaves the rest. */
export const patchGraph = (part: Partial<GraphState>): void =>
  graphState.set((state) => ({ ...state, ...part }))
