import { expect, test } from 'vitest'
import { type ActorSort, makeActorRows, sortActors } from './actorRows.ts'
import { actId, passage, viewOf } from './testView.ts'

const view = viewOf([
  passage('a', 'claim', { by: 'coats' }),
  passage('b', 'claim', { by: 'coats', in: 'two' }),
  passage('c', 'denial', { by: 'pakistan' }),
  passage('d', 'event', { by: 'pakistan' }),
  passage('e', 'event', { by: 'seals' }),
])
const actor = (name: string, given: { type?: 'person' | 'place'; aliases?: string[] } = {}) => ({
  id: actId(name),
  name,
  type: given.type ?? null,
  aliases: given.aliases ?? [],
  note: '',
})
const rows = makeActorRows(view, [
  actor('seals'),
  actor('coats', { type: 'person', aliases: ['DNI'] }),
  actor('nobody'),
  actor('pakistan', { type: 'place', aliases: ['Islamabad'] }),
])

test('a row counts what the actor says and takes part in, by kind, and the articles it is in', () => {
  expect(rows.map(({ actor: { name }, counts, articles }) => ({ name, ...counts, articles }))).toEqual([
    { name: 'seals', claim: 0, denial: 0, event: 1, articles: 1 },
    { name: 'coats', claim: 2, denial: 0, event: 0, articles: 2 },
    { name: 'nobody', claim: 0, denial: 0, event: 0, articles: 0 },
    { name: 'pakistan', claim: 0, denial: 1, event: 1, articles: 1 },
  ])
})

test.each<[ActorSort, string[]]>([
  ['name', ['coats', 'nobody', 'pakistan', 'seals']],
  ['type', ['coats', 'pakistan', 'seals', 'nobody']],
  ['aliases', ['coats', 'pakistan', 'seals', 'nobody']],
  ['claims', ['coats', 'pakistan', 'seals', 'nobody']],
  ['denials', ['pakistan', 'coats', 'seals', 'nobody']],
  ['events', ['pakistan', 'seals', 'coats', 'nobody']],
  ['passages', ['coats', 'pakistan', 'seals', 'nobody']],
  ['articles', ['coats', 'pakistan', 'seals', 'nobody']],
])('actors are sorted by %s', (by, names) => {
  expect(sortActors(rows, { by, turned: false }).map((row) => row.actor.name)).toEqual(names)
})

test('an order turned over leaves those without anything there at the end', () => {
  expect(sortActors(rows, { by: 'type', turned: true }).map((row) => row.actor.name)).toEqual([
    'pakistan',
    'coats',
    'seals',
    'nobody',
  ])
})
