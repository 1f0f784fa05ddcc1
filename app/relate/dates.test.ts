import { describe, expect, it } from 'vitest'
import { datesIn } from './dates.ts'

/** A Thursday. */
const published = '2011-09-15'
const resolve = (text: string, day: string | null = published) =>
  datesIn(text, day).map(({ printed, edtf }) => `${printed} → ${edtf}`)

describe('dates of a passage', () => {
  it('takes a weekday for the latest one not after publication', () => {
    expect(resolve('The attack on Tuesday followed one on Thursday.')).toEqual([
      'Tuesday → 2011-09-13',
      'Thursday → 2011-09-15',
    ])
  })

  it('follows words that point ahead or a week back', () => {
    expect(resolve('Talks are set for next Monday, said a man who was freed last Thursday.')).toEqual([
      'next Monday → 2011-09-19',
      'last Thursday → 2011-09-08',
    ])
  })

  it('gives a day without a year the year nearest to publication', () => {
    expect(resolve('It began on May 30 and ended on 2 June.')).toEqual([
      'May 30 → 2011-05-30',
      '2 June → 2011-06-02',
    ])
    expect(resolve('He was held on December 28.', '2012-01-03')).toEqual(['December 28 → 2011-12-28'])
  })

  it('resolves weeks, months and years as far as they are wide', () => {
    expect(resolve('last week, last month, last year, in May, next month')).toEqual([
      'last week → 2011-09-05/2011-09-11',
      'last month → 2011-08',
      'last year → 2010',
      'May → 2011-05',
      'next month → 2011-10',
    ])
  })

  it('counts back from publication, roughly where the words are rough', () => {
    expect(resolve('three days ago, two weeks ago, six months ago, a year ago, yesterday, today')).toEqual([
      'three days ago → 2011-09-12',
      'two weeks ago → 2011-09-01~',
      'six months ago → 2011-03~',
      'a year ago → 2010~',
      'yesterday → 2011-09-14',
      'today → 2011-09-15',
    ])
  })

  it('takes the whole of a number, and nothing where it is more than it knows to read', () => {
    expect(
      resolve('twenty-three years ago, thirty days ago, a dozen years ago, 3000 days ago, 40 years earlier'),
    ).toEqual([
      'twenty-three years ago → 1988~',
      'thirty days ago → 2011-08-16',
      'dozen years ago → 1999~',
      '3000 days ago → 2003-06-29',
      '40 years earlier → 1971~',
    ])
    expect(
      resolve(
        '200,000 years ago, 2.5 years ago, forty two years ago, human years ago, 2-3 weeks ago, 1/2 years ago',
      ),
    ).toEqual([])
    expect(resolve('3000 years ago, 40000 months ago, 99999999999999999 days ago')).toEqual([])
  })

  it('gives no day that the calendar has not', () => {
    expect(resolve('He was born on 29 February.', '2010-06-10')).toEqual([])
    expect(resolve('He was born on 29 February.', '2011')).toEqual([])
    expect(resolve('He was born on 29 February.', '2011-10-10')).toEqual(['29 February → 2012-02-29'])
    expect(resolve('It was on 30 February.')).toEqual([])
  })

  it('resolves no further than the day of publication is sure', () => {
    const told = 'on Tuesday, last month, last year'
    const year = 'last year → 2010'
    const month = 'last month → 2011-08'
    expect(resolve(told, '2011-09-15~')).toEqual([month, year])
    expect(resolve(told, '2011-09-12/2011-09-15')).toEqual([month, year])
    expect(resolve(told, '2011-09-15/2011-09-15')).toEqual(['Tuesday → 2011-09-13', month, year])
    expect(resolve(told, '2011-09?')).toEqual([year])
    expect(resolve(told, '2011-08/2011-09-15')).toEqual([year])
    for (const unsure of ['2011~', '2010-12-30/2011-01-02', '2011-09-15/..', '../2011-09-15'])
      expect(resolve(told, unsure)).toEqual([])
  })

  it('reckons in early years too', () => {
    expect(resolve('yesterday and last month', '0044-03-15')).toEqual([
      'yesterday → 0044-03-14',
      'last month → 0044-02',
    ])
  })

  it('reads full dates and years without the help of the article', () => {
    expect(resolve('bin Laden was killed on May 2, 2011, not in 2010', null)).toEqual([
      'May 2, 2011 → 2011-05-02',
      '2010 → 2010',
    ])
  })

  it('leaves a weekday alone where the day of publication is not known', () => {
    expect(resolve('on Tuesday and last year', '2011')).toEqual(['last year → 2010'])
    expect(resolve('on Tuesday', null)).toEqual([])
  })

  it('takes May and March for months only where they stand as months', () => {
    expect(resolve('They may march in protest; May said no.')).toEqual([])
  })

  it('reads the weekdays of other languages', () => {
    expect(resolve('Der Angriff am Dienstag war schwer. Hier, mardi.')).toEqual([
      'Dienstag → 2011-09-13',
      'Hier → 2011-09-14',
      'mardi → 2011-09-13',
    ])
  })
  it('reads whole numbers and whole words in what was so long ago, as far as there are years', () => {
    expect(resolve('2,000 years ago, 1.5 years ago, he left Canada years ago, in 65-year ago')).toEqual([
      '2,000 years ago → 0011~',
    ])
    expect(resolve('3000 years ago, 99999999999 days ago, 40000 months ago')).toEqual([])
  })

  it('gives a leap day the nearest year that has one', () => {
    expect(resolve('It was on February 29.', '2011-03-02')).toEqual(['February 29 → 2012-02-29'])
    expect(resolve('It was on February 29.', '2010-03-02')).toEqual([])
  })

  it('does not take the German or Dutch word for here for the French one for yesterday', () => {
    const printed = (language: string) => datesIn('hier', published, language).map(({ edtf }) => edtf)
    expect([printed('de'), printed('nl-BE'), printed('fr')]).toEqual([[], [], ['2011-09-14']])
  })
})
