import { describe, expect, it } from 'vitest'
import { type DetailedPassage, differences } from './details.ts'
import { numbersIn } from './quantities.ts'

const passage = (text: string, published: string | null = '2011-09-15'): DetailedPassage => ({
  text,
  range: { start: 0, end: text.length },
  language: 'en',
  published,
})
const between = (a: string, b: string, dayA?: string, dayB?: string) =>
  differences(passage(a, dayA), passage(b, dayB)).map(({ sort, says }) => `${sort}: ${says[0]} / ${says[1]}`)

describe('differences of detail', () => {
  it('sets numbers of the same thing against each other', () => {
    expect(
      between('The blast killed 24 soldiers at the post.', 'At least 28 soldiers died in the blast.'),
    ).toEqual(['number: 24 soldiers / 28 soldiers died'])
  })

  it('takes words for the same sort of people for the same thing', () => {
    expect(between('It wounded 77 American forces.', 'It cost the lives of 24 Pakistani soldiers.')).toEqual([
      'number: 77 American forces / 24 Pakistani soldiers',
    ])
  })

  it('leaves numbers of different things alone', () => {
    expect(between('The truck bomb hurt 77 American troops.', 'The raid destroyed 24 houses.')).toEqual([])
  })

  it('takes number words and digits for the same number', () => {
    expect(between('Twenty-four soldiers were killed.', '24 soldiers were killed.')).toEqual([])
  })

  it('compares sums by their currency, however they are written', () => {
    expect(between('The deal is worth $160 million.', 'It offered $150m for him.')).toEqual([
      'number: 160 million / 150m',
    ])
    expect(between('The deal is worth $1.5 billion.', 'It is worth $1,500 million.')).toEqual([])
  })

  it('resolves dates against each article before it compares them', () => {
    expect(between('He said so on Tuesday.', 'He said so on September 13.')).toEqual([])
    expect(between('He said so on 15 September.', 'He said so on Tuesday.')).toEqual([
      'date: 2011-09-15 / 2011-09-13',
    ])
    expect(between('It struck on Tuesday.', 'It struck in September.')).toEqual([])
  })

  it('leaves dates of different things alone, and the days on which things were said', () => {
    expect(
      between(
        'He was charged with murder Saturday after a hearing.',
        'He opened fire at the party Friday, killing one.',
      ),
    ).toEqual([])
    expect(
      between(
        'Two men died in the fire, police said Saturday.',
        'Two men died in the fire, officials said Friday.',
      ),
    ).toEqual([])
    expect(
      between('Gunmen opened fire at a party Friday.', 'A man opened fire at a party yesterday.'),
    ).toEqual(['date: 2011-09-09 / 2011-09-14'])
  })

  it('takes what is given roughly for what it may mean', () => {
    expect(between('The murders of 1967 were solved.', 'The murders of 43 years ago were solved.')).toEqual(
      [],
    )
  })

  it('leaves numbers alone that count nothing, or something else in the same breath', () => {
    expect(between('They were in shock three days later.', 'Kirkpatrick, 61, opened fire on them.')).toEqual(
      [],
    )
    expect(
      between('More than 50 firefighters tackled the blaze.', 'Ten fire engines were tackling it.'),
    ).toEqual([])
    expect(between('The 61-year-old man fled.', 'The sixty-one-year-old fled.')).toEqual([])
    expect(between('They bid $ 140-150 million.', 'They bid between $140 million and $150 million.')).toEqual(
      [],
    )
  })

  it('does not take what stands in a new phrase for a name in the same role', () => {
    expect(between('Last month, Navy ships sank it.', 'Last month, India sank it.')).toEqual([])
  })

  it('sets names in the same role against each other', () => {
    expect(between('They were met by Minister Khan.', 'They were met by Minister Malik.')).toEqual([
      'name: Minister Khan / Minister Malik',
    ])
    expect(between('They were met by Imran Khan.', 'They were met by Khan.')).toEqual([])
    expect(between('The spokesman Abbas denied it.', 'The spokesman Malik denied it.')).toEqual([
      'name: Abbas / Malik',
    ])
  })

  it('finds quotations that are not word for word the same', () => {
    expect(
      between(
        'He said “we will not let them attack our forces”.',
        'He warned “we cannot let them attack our troops”.',
      ),
    ).toEqual(['quote: we will not let them attack our forces / we cannot let them attack our troops'])
    expect(
      between('He said “we will not let them attack”.', 'He said “we will not let them attack our men”.'),
    ).toEqual([])
  })

  it('finds them by the quotation marks of other languages', () => {
    const inLanguage = (language: string, a: string, b: string) =>
      differences({ ...passage(a), language }, { ...passage(b), language }).map(({ says }) => says)
    expect(
      inLanguage(
        'de',
        'Er sagte: »Wir geben nicht nach, niemals«, so am Montag vor der Presse in Bonn, »nein«.',
        'Er sagte: »Wir geben nun nicht nach, nie«, so am Montag vor Reportern in Bonn, »nein«.',
      ),
    ).toEqual([['Wir geben nicht nach, niemals', 'Wir geben nun nicht nach, nie']])
    expect(
      inLanguage('fr', 'Il a dit « nous ne céderons pas ici ».', 'Il a dit « nous ne céderons jamais ici ».'),
    ).toEqual([['nous ne céderons pas ici', 'nous ne céderons jamais ici']])
    expect(
      inLanguage(
        'ja',
        '首相は「我々は決して彼らを攻撃しない」と述べた。',
        '首相は「我々は絶対に彼らを攻撃しない」と述べた。',
      ),
    ).toEqual([['我々は決して彼らを攻撃しない', '我々は絶対に彼らを攻撃しない']])
    expect(
      inLanguage(
        'en',
        'He said ‘we won’t let them attack our forces’ in Kabul.',
        'He said ‘we won’t let them attack our troops’ in Kabul.',
      ),
    ).toEqual([['we won’t let them attack our forces', 'we won’t let them attack our troops']])
  })

  it('reads numbers in words to their end, and per cent however it is written', () => {
    expect(between('It killed one hundred and fifty people.', 'It killed 150 people.')).toEqual([])
    expect(between('It killed two hundred fifty people.', 'It killed 260 people.')).toEqual([
      'number: two hundred fifty people / 260 people',
    ])
    expect(between('Prices rose 5 per cent.', 'Prices rose 5%.')).toEqual([])
    expect(between('Prices rose 5 per cent.', 'Prices rose 6%.')).toEqual(['number: 5 / 6'])
    expect(between('It cost 150 € a day.', 'It cost €160 a day.')).toEqual(['number: 150 / 160'])
  })

  it('takes metres for no millions, and the number of a name for none', () => {
    expect(between('The wall is 20 m high.', 'The wall is 20 metres high.')).toEqual([])
    expect(between('It lost F-16 jets.', 'It lost 12 jets.')).toEqual([])
    expect(between('COVID-19 cases rose there.', 'There 25 cases rose.')).toEqual([])
  })

  it('gives ranges in the text of each article', () => {
    const text = 'Before. It killed 24 soldiers. After.'
    const here = { ...passage(text), range: { start: 8, end: 30 } }
    const [found] = differences(here, passage('It killed 25 soldiers.'))
    expect(found && text.slice(found.here.start, found.here.end)).toBe('24')
  })
})

describe('numbers of a passage', () => {
  it('reads digits, words, multiples and units', () => {
    expect(
      numbersIn('Two dozen villages, 26,000 people, 5.9 percent, £3bn.', 'en').map(({ value, unit }) => [
        value,
        unit,
      ]),
    ).toEqual([
      [24, ''],
      [26000, ''],
      [5.9, '%'],
      [3e9, '£'],
    ])
  })

  it('reads number words that belong together, and no further', () => {
    const values = (text: string) => numbersIn(text, 'en').map(({ value }) => value)
    expect(values('two hundred and fifty thousand people')).toEqual([250_000])
    expect(values('two thousand five hundred and sixty-one men')).toEqual([2561])
    expect(values('a million people, half a dozen boats')).toEqual([1e6, 12])
    expect(values('between two hundred and three hundred men')).toEqual([200, 300])
    expect(values('killed two hundred two days ago')).toEqual([200, 2])
    expect(values('$20 million two years ago, one of two dozen')).toEqual([2e7, 2, 24])
    expect(values('£5 m, 65m people, a 5 m wall')).toEqual([5e6, 65e6, 5])
  })
})
