import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation, Link } from '../model.ts'
import { claim, denial, event, link, threadRecord } from './testRecords.ts'
import { threadsOf } from './threads.ts'

const members = (
  annotations: Annotation[],
  links: Link[],
  records = [] as ReturnType<typeof threadRecord>[],
) => threadsOf(annotations, links, records).threads.map(({ memberIds }) => memberIds.join(' '))

describe('threads', () => {
  it('joins what links join and leaves the rest alone', () => {
    const annotations = [claim('a'), denial('b'), claim('c'), event('d')]
    expect(members(annotations, [link('b', 'denies', 'a'), link('d', 'supports', 'x')])).toEqual([
      'a b',
      'c',
      'd',
    ])
  })

  it('is led by its oldest claim, and keeps its key when more is added', () => {
    const early = denial('denial', {}, { order: 1 })
    const first = claim('first', { about: 'Who fired first' }, { order: 2 })
    const later = claim('later', {}, { order: 3 })
    const before = threadsOf([early, first], [link('denial', 'denies', 'first')], []).threads[0]
    const after = threadsOf(
      [later, early, first],
      [link('denial', 'denies', 'first'), link('later', 'contradicts', 'first')],
      [],
    ).threads[0]
    expect([before?.key, before?.title, before?.named]).toEqual(['first', 'Who fired first', false])
    expect(after?.key).toBe('first')
  })

  it('equals a search from each annotation along all links', () => {
    const edges = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 40 })
    fc.assert(
      fc.property(edges, (pairs) => {
        const annotations = Array.from({ length: 30 }, (_, index) => claim(`c${index}`, {}, { order: index }))
        const links = pairs.map(([a, b], index) => link(`c${a}`, 'contradicts', `c${b}`, `l${index}`))
        expect(members(annotations, links)).toEqual(naive(30, pairs))
      }),
      { seed: 4, numRuns: 200 },
    )
  })

  it('takes the name that the analyst gave', () => {
    const named = threadsOf(
      [claim('a'), claim('b')],
      [link('a', 'supports', 'b')],
      [threadRecord('thr_1', ['b'])],
    )
    expect(named.threads.map(({ key, title, named: byHand }) => [key, title, byHand])).toEqual([
      ['thr_1', 'Name of thr_1', true],
    ])
  })

  it('keeps both names when two named threads become one, and gives each its own back when they part', () => {
    const annotations = [claim('a'), claim('b')]
    const records = [threadRecord('thr_1', ['a']), threadRecord('thr_2', ['b'])]
    const merged = threadsOf(annotations, [link('a', 'supports', 'b')], records).threads
    expect(merged.map(({ title, otherTitles }) => [title, otherTitles])).toEqual([
      ['Name of thr_1', ['Name of thr_2']],
    ])
    expect(threadsOf(annotations, [], records).threads.map(({ title }) => title)).toEqual([
      'Name of thr_1',
      'Name of thr_2',
    ])
  })

  it('joins by hand what no link joins, and splits by hand what a link joins', () => {
    const annotations = [claim('a'), claim('b'), claim('c')]
    const links = [link('a', 'supports', 'b', 'lnk_ab')]
    expect(members(annotations, links, [threadRecord('thr_1', ['b', 'c'])])).toEqual(['a b c'])
    expect(members(annotations, links, [threadRecord('thr_1', ['a'], { cutLinkIds: ['lnk_ab'] })])).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('lists the names whose statements are all gone', () => {
    const record = threadRecord('thr_1', ['gone'])
    expect(threadsOf([claim('a')], [], [record]).loose).toEqual([record])
  })
})

function naive(count: number, pairs: readonly (readonly [number, number])[]): string[] {
  const seen = new Set<number>()
  const found: string[] = []
  for (let start = 0; start < count; start += 1) {
    if (seen.has(start)) continue
    const group = [start]
    seen.add(start)
    for (const at of group)
      for (const [a, b] of pairs)
        for (const next of a === at ? [b] : b === at ? [a] : [])
          if (!seen.has(next)) {
            seen.add(next)
            group.push(next)
          }
    found.push(
      group
        .sort((a, b) => a - b)
        .map((index) => `c${index}`)
        .join(' '),
    )
  }
  return found
}
