import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, put, remove, replace } from '../changes.ts'
import type { Annotation, Link, ThreadRecord } from '../model.ts'
import type { CaseView } from './caseView.ts'
import { linked, passage, settled, viewOf } from './testView.ts'
import { createThreadIndex } from './threadIndex.ts'
import { makeThreads } from './threads.ts'

const names = [...'abcdefghij']

/** A case that changes in place, as the renderer's cache does. */
function changing() {
  const annotations = new Map<string, Annotation>()
  const links = new Map<string, Link>()
  const threads = new Map<string, ThreadRecord>()
  const view = (): CaseView => viewOf([...annotations.values()], [...links.values()], [...threads.values()])
  return { annotations, links, threads, view }
}

type Step = { readonly act: string; readonly a: number; readonly b: number; readonly some: readonly number[] }
const steps = fc.array(
  fc.record({
    act: fc.constantFrom('passage', 'gone', 'link', 'cut', 'hold', 'apart', 'let'),
    a: fc.nat(9),
    b: fc.nat(9),
    some: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 40 },
)

/** Does one step to the case and tells its changes. */
function apply(at: ReturnType<typeof changing>, { act, a, b, some }: Step): Change[] {
  const [nameA, nameB] = [names[a] ?? 'a', names[b] ?? 'b']
  const one = passage(nameA, 'claim', { about: nameB, in: a % 2 === 0 ? 'one' : 'two' })
  const before = at.annotations.get(one.id) ?? null
  const link = linked(nameA, (a + b) % 4 === 0 ? 'follows' : 'supports', nameB)
  if (act === 'passage') {
    at.annotations.set(one.id, one)
    return [before === null ? put('annotation', one) : replace('annotation', before, one)]
  }
  if (act === 'gone' && before !== null) {
    at.annotations.delete(one.id)
    const cut = [...at.links.values()].filter(({ fromId, toId }) => fromId === one.id || toId === one.id)
    for (const { id } of cut) at.links.delete(id)
    return [...cut.map((each) => remove('link', each)), remove('annotation', before)]
  }
  if (act === 'link' && a !== b && at.annotations.has(link.fromId) && at.annotations.has(link.toId)) {
    at.links.set(link.id, link)
    return [put('link', link)]
  }
  if (act === 'cut' && at.links.delete(link.id)) return [remove('link', link)]
  const record = settled(
    nameA,
    some.map((each) => names[each] ?? 'a'),
    { apart: act === 'apart', title: nameB },
  )
  const known = at.threads.get(record.id) ?? null
  if (act === 'hold' || act === 'apart') {
    at.threads.set(record.id, record)
    return [known === null ? put('thread', record) : replace('thread', known, record)]
  }
  if (act === 'let' && known !== null) {
    at.threads.delete(record.id)
    return [remove('thread', known)]
  }
  return []
}

test('following the changes gives the threads that making them anew gives', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const at = changing()
      const index = createThreadIndex(at.view())
      for (const step of list) {
        const changes = apply(at, step)
        index.follow(at.view(), changes)
        const anew = makeThreads(at.view())
        expect(index.threads()).toEqual(anew)
        for (const thread of anew) {
          for (const { id } of thread.members) expect(index.threadOf(id)).toEqual(thread)
        }
      }
    }),
    { seed: 20110915, numRuns: 300 },
  )
})

test('what a change does not touch stays the same thread', () => {
  const at = changing()
  for (const name of ['a', 'b', 'c', 'd'])
    apply(at, { act: 'passage', a: names.indexOf(name), b: 0, some: [0] })
  apply(at, { act: 'link', a: 2, b: 3, some: [0] })
  const index = createThreadIndex(at.view())
  const untouched = index.threads().find(({ members }) => members.length === 2)
  const changes = apply(at, { act: 'link', a: 0, b: 1, some: [0] })
  index.follow(at.view(), changes)
  expect(index.threads().map(({ members }) => members.length)).toEqual([2, 2])
  expect(index.threads()).toContain(untouched)
})
