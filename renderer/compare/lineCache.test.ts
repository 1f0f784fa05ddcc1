import { expect, test } from 'vitest'
import type { AnnotationId } from '../../app/ids.ts'
import { annotationId } from '../margin/testPassages.ts'
import { createLineCache } from './lineCache.ts'

const [near, cut, far] = [annotationId('near01'), annotationId('cut001'), annotationId('far001')]

/** A text that begins at the pixel `origin`; `asked` are the passages that were measured. */
function readerAt(asked: AnnotationId[]) {
  const now = { origin: 100 }
  return {
    now,
    reader: {
      top: (id: AnnotationId) => {
        asked.push(id)
        return id === far ? 5000 : 30
      },
      boxes: (id: AnnotationId) => {
        asked.push(id)
        // Only these sides are looked at.
        return id === far ? null : [{ top: now.origin + 30, bottom: now.origin + 50 } as DOMRect]
      },
      wholeOnScreen: (id: AnnotationId) => id === near,
    },
  }
}

test('a passage is measured once while its text scrolls, and told from the top of the text', () => {
  const asked: AnnotationId[] = []
  const { reader, now } = readerAt(asked)
  const cache = createLineCache()
  const content = {}
  const box = () => ({ top: now.origin, width: 400, height: 9000 })
  expect(cache.linesOf(reader, box(), content).of(near)).toEqual([{ top: 30, bottom: 50 }])
  now.origin = -250
  expect(cache.linesOf(reader, box(), content).of(near)).toEqual([{ top: 30, bottom: 50 }])
  expect([
    cache.linesOf(reader, box(), content).top(far),
    cache.linesOf(reader, box(), content).top(far),
  ]).toEqual([5000, 5000])
  expect(asked).toEqual([near, far])
})

test('what is not all on the screen, or not near it, is measured again', () => {
  const asked: AnnotationId[] = []
  const { reader } = readerAt(asked)
  const cache = createLineCache()
  const lines = () => cache.linesOf(reader, { top: 100, width: 400, height: 9000 }, null)
  expect([lines().of(cut), lines().of(cut), lines().of(far)]).toEqual([
    [{ top: 30, bottom: 50 }],
    [{ top: 30, bottom: 50 }],
    null,
  ])
  expect(asked).toEqual([cut, cut, far])
})

test('another size, another text and changed records make all be measured anew', () => {
  const asked: AnnotationId[] = []
  const { reader } = readerAt(asked)
  const cache = createLineCache()
  const [one, other] = [{}, {}]
  const box = { top: 100, width: 400, height: 9000 }
  cache.linesOf(reader, box, one).of(near)
  cache.linesOf(reader, { ...box, height: 9020 }, one).of(near)
  cache.linesOf(reader, { ...box, height: 9020 }, other).of(near)
  cache.forget()
  cache.linesOf(reader, { ...box, height: 9020 }, other).of(near)
  expect(asked).toEqual([near, near, near, near])
})
