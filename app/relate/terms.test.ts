import { describe, expect, it } from 'vitest'
import { eventKin, termsOf } from './terms.ts'

const terms = (text: string, language: string | null = 'en') =>
  termsOf(text, language).map(({ term }) => term)

describe('terms of a text', () => {
  it('leads the forms of a word back to one term', () => {
    expect(terms('shot shoots shooting')).toEqual(['shoot', 'shoot', 'shoot'])
    expect(terms('Häuser Haus', 'de')).toEqual(['haus', 'haus'])
    expect(terms('деревни деревня', 'ru')).toEqual(['деревн', 'деревн'])
  })

  it('keeps numbers, in one form, and lets little words go', () => {
    expect(terms('There were twenty-six of the 26,000 and ٢٦ in it')).toEqual(['26', '26000', '26'])
  })

  it('knows a name by its capital, but not at the start nor in a headline', () => {
    const kinds = (text: string) => termsOf(text, 'en').map(({ term, kind }) => `${term} ${kind}`)
    expect(kinds('Troops left the US base near Khost')).toEqual([
      'troop word',
      'leav word',
      'us name',
      'base word',
      'near word',
      'khost name',
    ])
    expect(kinds('Troops Leave Khost Base')).toEqual(['troop word', 'leav word', 'khost word', 'base word'])
  })

  it('cuts scripts that put no spaces into words', () => {
    expect(terms('东京地震', 'zh')).toEqual(['东京', '地震'])
  })

  it('keeps the range of every term', () => {
    const text = 'The soldiers’ posts'
    expect(termsOf(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(['soldiers', 'posts'])
  })

  it('knows words for the same sort of event', () => {
    expect(eventKin('kill')).toEqual(expect.arrayContaining(['dead', 'murder', 'slai']))
    expect(eventKin('tabl')).toEqual([])
  })
})
