/**
 * The annotations of the article as the reader paints them.
 *
 * Each gets a *lane*, the height of its underline: passages that overlap or meet
 * take different lanes, so that both stay visible. A lane, once given, is kept
 * until the annotation goes: nothing jumps when a neighbour is added.
 */
import type { AnnotationId } from '../../app/ids.ts'
import type { Annotation } from '../../app/model.ts'
import { createIntervals, type Interval } from './intervals.ts'

/** How many underlines fit under a line of text. */
export const laneCount = 4

export type Passage = {
  readonly annotation: Annotation
  readonly lane: number
  /** Sum of its segments, in UTF-16 code units. */
  readonly length: number
  readonly intervals: readonly Interval<AnnotationId>[]
}

export type Passages = {
  /** Takes the new list over; true if anything changed. Items are compared by identity. */
  set(annotations: readonly Annotation[]): boolean
  find(id: AnnotationId): Passage | null
  /** Passages with a part in `[start, end)`, each once, by the start of that part. */
  within(start: number, end: number): Passage[]
  /** Passages that hold the place between two characters, shortest first. */
  at(offset: number): Passage[]
}

export function createPassages(): Passages {
  let list: readonly Annotation[] = []
  const byId = new Map<AnnotationId, Passage>()
  let index = createIntervals<AnnotationId>()

  const unique = (found: readonly Interval<AnnotationId>[]) => {
    const passages = new Set<Passage>()
    for (const { value } of found) {
      const passage = byId.get(value)
      if (passage) passages.add(passage)
    }
    return [...passages]
  }

  const freeLane = (annotation: Annotation) => {
    const taken = new Map<number, number>()
    for (const { start, end } of annotation.segments) {
      for (const { value } of index.query(start, end, true)) {
        const lane = byId.get(value)?.lane
        if (lane !== undefined) taken.set(lane, (taken.get(lane) ?? 0) + 1)
      }
    }
    let best = 0
    for (let lane = 0; lane < laneCount; lane++) {
      if (!taken.has(lane)) return lane
      if ((taken.get(lane) ?? 0) < (taken.get(best) ?? 0)) best = lane
    }
    return best
  }

  const add = (annotation: Annotation) => {
    const lane = freeLane(annotation)
    const intervals = annotation.segments.map(({ start, end }) => ({ start, end, value: annotation.id }))
    const length = annotation.segments.reduce((sum, s) => sum + s.end - s.start, 0)
    byId.set(annotation.id, { annotation, lane, length, intervals })
    for (const interval of intervals) index.add(interval)
  }
  const remove = (id: AnnotationId) => {
    for (const interval of byId.get(id)?.intervals ?? []) index.remove(interval)
    byId.delete(id)
  }

  // A whole new list: lanes in text order with an active list, one sort instead of ten thousand insertions.
  const rebuild = (annotations: readonly Annotation[]) => {
    byId.clear()
    const laneEnds: number[] = []
    const all: Interval<AnnotationId>[] = []
    const inOrder = [...annotations].sort((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0))
    for (const annotation of inOrder) {
      const start = annotation.segments[0]?.start ?? 0
      const end = annotation.segments.at(-1)?.end ?? 0
      let lane = 0
      for (let i = 0; i < laneCount; i++) {
        if ((laneEnds[i] ?? -1) < (laneEnds[lane] ?? -1)) lane = i
        if ((laneEnds[i] ?? -1) < start) {
          lane = i
          break
        }
      }
      laneEnds[lane] = Math.max(laneEnds[lane] ?? -1, end)
      const intervals = annotation.segments.map((s) => ({ start: s.start, end: s.end, value: annotation.id }))
      const length = annotation.segments.reduce((sum, s) => sum + s.end - s.start, 0)
      byId.set(annotation.id, { annotation, lane, length, intervals })
      all.push(...intervals)
    }
    index = createIntervals(all)
  }

  return {
    set(annotations) {
      let head = 0
      const most = Math.min(list.length, annotations.length)
      while (head < most && list[head] === annotations[head]) head++
      let tail = 0
      while (
        tail < most - head &&
        list[list.length - 1 - tail] === annotations[annotations.length - 1 - tail]
      ) {
        tail++
      }
      const gone = list.slice(head, list.length - tail)
      const come = annotations.slice(head, annotations.length - tail)
      list = annotations
      if (gone.length === 0 && come.length === 0) return false
      if (come.length > 500 || gone.length > 500) {
        rebuild(annotations)
        return true
      }
      const kept = new Set<Annotation>(come)
      const known = new Set<Annotation>(gone)
      for (const annotation of gone) if (!kept.has(annotation)) remove(annotation.id)
      for (const annotation of come) if (!known.has(annotation)) add(annotation)
      return true
    },
    find: (id) => byId.get(id) ?? null,
    within: (start, end) => unique(index.query(start, end)),
    at(offset) {
      const found = unique(index.query(offset, offset, true)).filter((passage) =>
        passage.intervals.some((i) => i.start <= offset && offset <= i.end),
      )
      return found.sort((a, b) => a.length - b.length)
    },
  }
}
