import { expect, test } from 'vitest'
import type { Annotation } from '../../app/model.ts'
import { actorId, annotationId, claim, denial, event } from '../margin/testPassages.ts'
import { type ProposalOrigin, proposeLinks, reasonWords } from './linkProposals.ts'

const nameOf = (id: string) => (id === actorId('panetta') ? 'Panetta' : '')
const dated: Record<string, string> = { a: '2011-09-15', b: '2011-09-16', c: '2012-05-31' }
const articleOf = ({ articleId }: Annotation) => ({
  language: 'en',
  published: dated[articleId.slice(-1)] ?? null,
})
const origin: ProposalOrigin = {
  id: annotationId('own'),
  text: 'Militants escape into what is a safe haven in Pakistan',
  language: 'en',
  actorIds: [actorId('panetta')],
  date: '2011-09-15',
  kind: 'claim',
  linked: new Set(),
}
const weather = event('weather', 'c', 'The river rose to its highest level')
const denied = denial('denied', 'b', 'Pakistan denies that it is a safe haven for militants', 'malik')
const sameMan = claim('sameMan', 'c', 'We will do everything to defend our forces', 'panetta')
const list = [weather, sameMan, denied]

test('passages that there is a reason for come first, each with its reasons; the rest keep their order', () => {
  expect(proposeLinks(origin, list, articleOf, nameOf)).toEqual([
    {
      annotation: denied,
      why: 'near words: militants, safe, haven, Pakistan · denial: “denies” · 1 day apart',
    },
    { annotation: sameMan, why: 'same actor: Panetta' },
    { annotation: weather, why: null },
  ])
})

test('a passage that is linked already is not proposed again', () => {
  const linked = { ...origin, linked: new Set([denied.id]) }
  expect(proposeLinks(linked, list, articleOf, nameOf).map(({ annotation }) => annotation)).toEqual([
    sameMan,
    weather,
    denied,
  ])
})

test('without a reason nothing is proposed', () => {
  const stranger = { ...origin, actorIds: [], text: 'Bread was cheap', date: null }
  expect(proposeLinks(stranger, list, articleOf, nameOf).map(({ why }) => why)).toEqual([null, null, null])
})

test('days apart are told in words', () => {
  const words = [0, 1, 3].map((days) => reasonWords([{ why: 'near date', days }], nameOf))
  expect(words).toEqual(['same day', '1 day apart', '3 days apart'])
})
