/** Arrays of records kept in order without sorting them anew: each function returns a new array. */
import type { Annotation } from '../../app/model.ts'

type WithId = { readonly id: string }

/** Text order: by start, then the longer first, then by id so that the order is total. */
export function byPosition(a: Annotation, b: Annotation): number {
  return startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1)
}

const startOf = (annotation: Annotation) => annotation.segments[0]?.start ?? 0
const endOf = (annotation: Annotation) => annotation.segments.at(-1)?.end ?? 0

/** The array without the record of this id; the same array when it is not in it. */
export function withoutId<T extends WithId>(list: readonly T[], id: string): readonly T[] {
  const index = list.findIndex((record) => record.id === id)
  return index === -1 ? list : list.toSpliced(index, 1)
}

/** The array with the record at its place in the order, in place of an older version of itself. */
export function withRecord<T extends WithId>(
  list: readonly T[],
  record: T,
  compare: (a: T, b: T) => number,
): readonly T[] {
  const rest = withoutId(list, record.id)
  let low = 0
  let high = rest.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = rest[middle]
    if (there !== undefined && compare(there, record) < 0) low = middle + 1
    else high = middle
  }
  return rest.toSpliced(low, 0, record)
}
