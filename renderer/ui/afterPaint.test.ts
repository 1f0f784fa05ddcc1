import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterPaint, subscribeLate } from './afterPaint.ts'

let frames: FrameRequestCallback[] = []
const drawFrame = () => {
  const due = frames
  frames = []
  for (const callback of due) callback(0)
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = []
  })
})
afterEach(() => {
  vi.runAllTimers()
  frames = []
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('work waits until two frames were painted, and is done once however often it was asked for', () => {
  const work = vi.fn()
  afterPaint(work)
  afterPaint(work)
  drawFrame()
  vi.advanceTimersByTime(1)
  expect(work).not.toHaveBeenCalled()
  drawFrame()
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledTimes(1)
})

test('where no frames come, the work is done all the same', () => {
  const work = vi.fn()
  afterPaint(work)
  vi.advanceTimersByTime(100)
  expect(work).toHaveBeenCalledTimes(1)
})

test('a late listener hears of the change after the paint, and of nothing after it left', () => {
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const change = () => {
    for (const listener of listeners) listener()
  }
  const [staying, leaving] = [vi.fn(), vi.fn()]
  expect(subscribeLate(subscribe)).toBe(subscribeLate(subscribe))
  subscribeLate(subscribe)(staying)
  const leave = subscribeLate(subscribe)(leaving)
  change()
  leave()
  drawFrame()
  drawFrame()
  vi.advanceTimersByTime(1)
  expect(staying).toHaveBeenCalledTimes(1)
  expect(leaving).not.toHaveBeenCalled()
})
