import { expect, test } from 'vitest'
import { watchWork } from './watchWork.ts'

test('somebody is at work for a short while after each key, wheel, pointer and scroll', () => {
  let time = 0
  const window = new EventTarget()
  const isAtWork = watchWork(window, () => time)
  expect(isAtWork()).toBe(false)
  for (const sign of ['keydown', 'pointermove', 'wheel', 'scroll']) {
    time += 10_000
    expect(isAtWork()).toBe(false)
    window.dispatchEvent(new Event(sign))
    time += 1_000
    expect(isAtWork()).toBe(true)
    time += 1_000
    expect(isAtWork()).toBe(false)
  }
})
