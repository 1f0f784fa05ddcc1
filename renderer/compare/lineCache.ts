/**
 * Where passages stand in their text, so that a scroll measures only what it brings near.
 * Places are kept from the top of the text. They hold while the reader shows the same
 * text at the same size, and no record changed.
 */
import type { AnnotationId } from '../../app/ids.ts'
import type { Reader } from '../reader/reader.ts'

/** A line of a passage, in pixels from the top of the text. */
export type Line = { readonly top: number; readonly bottom: number }

export type Lines = {
  /** Top of a passage, estimated while it is far; null where it is not shown. */
  top(id: AnnotationId): number | null
  /** The lines of a passage, top down; null where it is not near the screen. */
  of(id: AnnotationId): readonly Line[] | null
}

type Measured = Pick<Reader, 'top' | 'boxes' | 'wholeOnScreen'>

export type LineCache = {
  /** The lines of a reader's passages; `text` is the box of its text now, `content` what it shows, by identity. */
  linesOf(reader: Measured, text: Pick<DOMRect, 'top' | 'width' | 'height'>, content: object | null): Lines
  /** Records changed: passages may stand elsewhere. */
  forget(): void
}

type Kept = {
  readonly width: number
  readonly height: number
  readonly content: object | null
  readonly tops: Map<AnnotationId, number | null>
  readonly lines: Map<AnnotationId, readonly Line[]>
}

export function createLineCache(): LineCache {
  let kept = new WeakMap<Measured, Kept>()
  return {
    forget() {
      kept = new WeakMap()
    },
    linesOf(reader, { top: origin, width, height }, content) {
      const there = kept.get(reader)
      const holds = there?.width === width && there.height === height && there.content === content
      const { tops, lines } = holds ? there : emptyMaps()
      if (!holds) kept.set(reader, { width, height, content, tops, lines })
      return {
        top(id) {
          const known = tops.get(id)
          if (known !== undefined) return known
          const top = reader.top(id)
          tops.set(id, top)
          return top
        },
        of(id) {
          const known = lines.get(id)
          if (known !== undefined) return known
          const boxes = reader.boxes(id)
          if (boxes === null) return null
          const found = boxes.map(({ top, bottom }) => ({ top: top - origin, bottom: bottom - origin }))
          // Of one that reaches out of what is painted only a part was measured.
          if (found.length > 0 && reader.wholeOnScreen(id)) lines.set(id, found)
          return found
        },
      }
    },
  }
}

const emptyMaps = (): Pick<Kept, 'tops' | 'lines'> => ({ tops: new Map(), lines: new Map() })
