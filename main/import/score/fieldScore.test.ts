import { expect, it } from 'vitest'
import type { Metadata } from '../../../app/model.ts'
import { scoreFields } from './fieldScore.ts'

const found = (headline: string): Metadata => ({
  headline,
  headlineProposed: false,
  publisher: 'The Daily',
  authors: [],
  credits: [],
  dateline: null,
  datelineDate: null,
  published: null,
  url: null,
  language: null,
  correction: null,
})

it.each([
  ['Harbour closes', 'Harbour closes', 'The Daily', true],
  ['Harbour closes', 'Harbour closes | The Daily', 'The Daily', true],
  ['Harbour closes | The Daily', 'Harbour closes', 'The Daily', true],
  ['Harbour closes', 'Harbour closes | The Daily', null, false],
  ['Harbour closes', 'Harbour closes at last', 'The Daily', false],
])('of the title %j, %j by %s is judged %s', (headline, title, siteName, agrees) => {
  expect(scoreFields(found(headline), { title, siteName }).title).toBe(agrees)
})
