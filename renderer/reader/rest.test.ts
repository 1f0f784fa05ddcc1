import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRest } from './rest.ts'

let frames: FrameRequestCallback[] = []
const drawFrame = () => {
  const due = frames
  frames = []
  for (const callback of due) callback(0)
}
const drawFrames = (count: number) => {
  for (let i = 0; i < count; i++) drawFrame()
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = []
  })
})
afterEach(() => {
  frames = []
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const scrollerAt = (scrollTop: number) => ({ scrollTop }) as HTMLElement // rest asks for nothing else of it

test('the work is done once, when time and two frames have passed without a move', () => {
  const work = vi.fn()
  const rest = createRest(scrollerAt(0), 100, work)
  rest.moved()
  vi.advanceTimersByTime(60)
  rest.moved()
  vi.advanceTimersByTime(60)
  drawFrames(2)
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60)
  expect(work).not.toHaveBeenCalled()
  drawFrames(2)
  expect(work).toHaveBeenCalledTimes(1)
})

test('late frames of a scroll are no rest', () => {
  const work = vi.fn()
  const scroller = scrollerAt(0)
  const rest = createRest(scroller, 100, work)
  rest.moved()
  vi.advanceTimersByTime(101)
  scroller.scrollTop = 300
  drawFrames(2)
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(101)
  drawFrames(2)
  expect(work).toHaveBeenCalledTimes(1)
})

test('stopped, the work is not done, and a later move begins anew', () => {
  const work = vi.fn()
  const rest = createRest(scrollerAt(0), 100, work)
  rest.moved()
  vi.advanceTimersByTime(101)
  rest.stop()
  drawFrames(2)
  vi.advanceTimersByTime(200)
  drawFrames(2)
  expect(work).not.toHaveBeenCalled()
  rest.moved()
  vi.advanceTimersByTime(101)
  drawFrames(2)
  expect(work).toHaveBeenCalledTimes(1)
})
