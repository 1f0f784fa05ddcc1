import { expect, test } from 'vitest'
import { bundledPaths, type Strand } from './threadBundles.ts'

const strand = (id: string, left: number, right: number, between = '0 1'): Strand => ({
  id,
  between,
  left: { x: 400, y: left },
  right: { x: 500, y: right },
})

test('threads between the same neighbourhoods run together at the waist, in order and side by side', () => {
  const paths = bundledPaths([strand('a', 100, 300), strand('b', 110, 320), strand('c', 120, 310)])
  expect([...paths.keys()].sort()).toEqual(['a', 'b', 'c'])
  const waistOf = (id: string) => Number(/ (\d+(?:\.\d+)?)L/.exec(paths.get(id) ?? '')?.[1])
  expect(waistOf('a')).toBeLessThan(waistOf('c'))
  expect(waistOf('b') - waistOf('a')).toBeLessThan(4)
  expect(paths.get('a')).toMatch(/^M400 100C420 100 .*480 300 500 300$/)
})

test('two threads, ends that lie apart on either side, and threads of other columns do not', () => {
  const pair = [strand('a', 100, 300), strand('b', 110, 310)]
  expect(bundledPaths(pair).size).toBe(0)
  expect(bundledPaths([...pair, strand('c', 120, 500)]).size).toBe(0)
  expect(bundledPaths([...pair, strand('c', 300, 310)]).size).toBe(0)
  expect(bundledPaths([...pair, strand('c', 120, 310, '0 2')]).size).toBe(0)
})
