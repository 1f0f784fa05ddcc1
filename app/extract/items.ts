/** A paragraph together with what the rules have found out about it so far. */
import type { FurnitureReason } from '../vocabulary.ts'
import { isCaption } from './captions.ts'
import { readFurniture } from './furniture.ts'
import type { Paragraph } from './lines.ts'
import { fold, isProse, isTitleLike } from './shape.ts'

/** One paragraph on its way to a block. The rules set `reason`; the rest is read once. */
export type Item = Paragraph & {
  reason: FurnitureReason | null
  /** Folded for comparison; very long paragraphs keep their own text, which costs nothing. */
  key: string
  prose: boolean
  title: boolean
  caption: boolean
  /** In a box that is told for certain by itself: it says nothing about where the story begins or ends. */
  boxed: boolean
}

const longestFolded = 1000

/** Looks at each paragraph alone. */
export function readItems(paragraphs: readonly Paragraph[]): Item[] {
  return paragraphs.map((paragraph) => {
    const { text } = paragraph
    const marked = paragraph.level !== null
    const caption = !marked && isCaption(text)
    return {
      ...paragraph,
      reason: marked || caption ? null : readFurniture(text),
      key: text.length > longestFolded ? text : fold(text),
      prose: !marked && !caption && isProse(text),
      title: !caption && isTitleLike(text),
      caption,
      boxed: false,
    }
  })
}
