import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  apply,
  type Change,
  type ChangeSet,
  invert,
  noRecords,
  put,
  type Records,
  remove,
  replace,
} from './changes.ts'
import { actorIdSchema } from './ids.ts'
import type { Actor } from './model.ts'

const actor = (number: number, name: string): Actor => ({
  id: actorIdSchema.parse(`act_00000${number}`),
  name,
  type: null,
  aliases: [],
  note: '',
})

/** A change set made of random wishes, each turned into whatever is possible on the records there are. */
function makeChanges(
  records: Records,
  wishes: readonly { id: number; name: string; gone: boolean }[],
): ChangeSet {
  const changes: Change[] = []
  let state = records
  for (const { id, name, gone } of wishes) {
    const wanted = actor(id, name)
    const before = state.actor.get(wanted.id) ?? null
    if (before === null && gone) continue
    const change =
      before === null
        ? put('actor', wanted)
        : gone
          ? remove('actor', before)
          : replace('actor', before, wanted)
    state = apply(state, [change])
    changes.push(change)
  }
  return changes
}

const wishes = fc.array(
  fc.record({ id: fc.integer({ min: 0, max: 9 }), name: fc.string({ minLength: 1 }), gone: fc.boolean() }),
)

test('the inverse of a change set brings back the records there were, and its own inverse is the change set', () => {
  fc.assert(
    fc.property(wishes, wishes, (first, second) => {
      const start = apply(noRecords, makeChanges(noRecords, first))
      const changes = makeChanges(start, second)
      const end = apply(start, changes)
      expect(apply(end, invert(changes))).toEqual(start)
      expect(apply(start, invert(invert(changes)))).toEqual(end)
    }),
    { seed: 11, numRuns: 200 },
  )
})

test('a change made on another state is refused whole', () => {
  const records = apply(noRecords, [put('actor', actor(1, 'A'))])
  const changes = [put('actor', actor(2, 'B')), replace('actor', actor(1, 'X'), actor(1, 'Y'))]
  expect(() => apply(records, changes)).toThrow('not in the state')
  expect([...records.actor.values()]).toEqual([actor(1, 'A')])
})

test('a lenient cache takes what it is told', () => {
  const records = apply(noRecords, [replace('actor', actor(1, 'X'), actor(1, 'Y'))], 'lenient')
  expect([...records.actor.values()]).toEqual([actor(1, 'Y')])
})
