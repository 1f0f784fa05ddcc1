/** Compares articles beside the page, which stays free to be read meanwhile. */
import { type RelatedPassages, relatedPassages, type ToCompare } from './relatedPassages.ts'

/** What the page asks; `id` comes back with the answer. */
export type RelatedQuestion = { readonly id: number; readonly here: ToCompare; readonly there: ToCompare }
export type RelatedAnswer = { readonly id: number; readonly found: RelatedPassages }

self.onmessage = ({ data: { id, here, there } }: MessageEvent<RelatedQuestion>) => {
  const answer: RelatedAnswer = { id, found: relatedPassages(here, there) }
  self.postMessage(answer)
}
