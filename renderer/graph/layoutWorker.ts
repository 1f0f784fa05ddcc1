/** Lays the graph out away from the thread that draws. */
import { type LayoutInput, layOut } from '../../app/graph/layout.ts'

/** A question and its number, so that answers that come too late are known. */
export type LayoutRequest = { readonly number: number; readonly input: LayoutInput }

addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  const { number, input } = event.data
  postMessage({ number, places: layOut(input) })
})
