import { expect, test } from 'vitest'
import type { Article } from '../../app/model.ts'
import { draftOf, patchOf } from './metadataPatch.ts'

const article = {
  headline: 'Islamabad fends off warning',
  headlineProposed: false,
  publisher: 'Reuters',
  authors: ['Missy Ryan'],
  credits: [{ role: 'editing', name: 'Warren Strobel' }],
  dateline: 'WASHINGTON',
  datelineDate: 'May 30',
  published: '2012-05-31',
  url: null,
  language: 'en',
  correction: { status: 'corrected', notice: 'In May 30 story' },
} as unknown as Article // only the metadata matters here

test('a draft that was not touched saves nothing', () => {
  expect(patchOf(article, draftOf(article))).toBe(null)
})

test('only what differs is sent, and empty text is null', () => {
  const draft = { ...draftOf(article), publisher: ' ', url: ' https://example.org ', authors: ['A', 'B'] }
  expect(patchOf(article, draft)).toEqual({
    publisher: null,
    url: 'https://example.org',
    authors: ['A', 'B'],
  })
})

test('saving confirms a headline that was only proposed', () => {
  const proposed = { ...article, headlineProposed: true }
  expect(patchOf(proposed, draftOf(proposed))).toEqual({ headline: 'Islamabad fends off warning' })
})

test('credits without a name are left out, and a correction without a status is none', () => {
  const draft = {
    ...draftOf(article),
    credits: [{ role: 'writing' as const, name: '  ' }],
    correctionStatus: null,
  }
  expect(patchOf(article, draft)).toEqual({ credits: [], correction: null })
})
