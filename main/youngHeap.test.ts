import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What the young generation of a process goes back to once 200 MB of short-lived objects went through it, in megabytes. */
function youngAfterWork(hold: boolean): number {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8'
    import { holdYoungHeap } from ${JSON.stringify(new URL('youngHeap.ts', import.meta.url).href)}
    ${hold ? 'holdYoungHeap()' : ''}
    let kept = []
    for (let at = 0; at < 2_000_000; at += 1) {
      kept.push({ at, words: [at, at] })
      if (kept.length > 50_000) kept = []
    }
    // V8 gives pages back on another thread: right after a collection some that are empty count still.
    let least = Infinity
    for (let look = 0; look < 20; look += 1) {
      const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')
      least = Math.min(least, young.space_size)
      await new Promise((done) => setTimeout(done, 10))
    }
    console.log(least)`
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', program])) / 1_000_000
}

test('a host that much goes through keeps its young generation as small as it began', () => {
  expect(youngAfterWork(false)).toBeGreaterThan(8)
  expect(youngAfterWork(true)).toBeLessThan(4)
})
