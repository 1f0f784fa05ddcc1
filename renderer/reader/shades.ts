/**
 * Passages shaded for a while, such as those that another article has too. They
 * are no records: whoever mounts the reader says which they are and how they look.
 */
import type { Range } from '../../app/model.ts'
import type { HighlightLayers } from './highlights.ts'

/** How a passage is shaded: by how much it is like another, as standing alone, as the one in view, as a detail that differs. */
export const shadeLooks = ['weak', 'fair', 'strong', 'only', 'current', 'differs'] as const
export type ShadeLook = (typeof shadeLooks)[number]

/** A range of one block. */
export type Shade = Range & { readonly look: ShadeLook }

export type Shades = {
  set(shades: readonly Shade[]): void
  /** Paints those in a stretch of text. */
  paint(stretch: Range): void
}

export const shadeLayer = (look: ShadeLook) => `gainsay-shade-${look}`

export function createShades(highlights: HighlightLayers): Shades {
  let shades: readonly Shade[] = []
  return {
    set(next) {
      shades = next
    },
    paint({ start, end }) {
      const near = shades.filter((shade) => shade.end > start && shade.start < end)
      for (const look of shadeLooks)
        highlights.paint(
          shadeLayer(look),
          near.filter((shade) => shade.look === look),
        )
    },
  }
}
