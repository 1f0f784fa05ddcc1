import { expect, it } from 'vitest'
import { bodyText } from '../blocks.ts'
import { extractText } from './extractText.ts'

const sentence = (about: string) =>
  `The ministry said on Monday that the ${about} had been known to its officials for months, and that nobody had told the public about it.`
const story = ['bridge', 'letter', 'audit', 'vote'].map(sentence)
const body = (text: string) => bodyText(extractText({ text, name: 'page' }), { flippedBlocks: [] })
const menu = ['Home', 'World', 'Politics', 'Business', 'Weather', 'Sport', 'Our newsletters', 'Sign in']
const teasers = [
  'Harbour closes after flood',
  'Ten places to see this summer',
  'Why the mayor went quiet',
  'Rates fall again',
  'Film of the week',
  'Most popular',
  'Contact us',
  'Privacy policy',
]

it('a story is told from the menus and teasers of its page', () => {
  const page = [...menu, 'Ministry kept report secret', 'By Ada Moor', ...story, ...teasers].join('\n')
  expect(body(page)).toBe(story.join('\n\n'))
})

it('a list in the midst of a story stays with it', () => {
  const list = ['Finland', 'Norway', 'Australia', 'Canada', 'Germany']
  const page = [
    ...menu,
    'Ministry kept report secret',
    ...story.slice(0, 2),
    'The countries were these:',
    ...list,
    ...story.slice(2),
    ...teasers,
  ].join('\n')
  expect(body(page)).toBe(
    [...story.slice(0, 2), 'The countries were these:', ...list, ...story.slice(2)].join('\n\n'),
  )
})

it('a text without the words of a page is left whole, lists at its end too', () => {
  const text = [
    ...story,
    'The figures of the poll were these:',
    'Trump 41',
    'Clinton 44',
    'Johnson 9',
    'Stein 3',
    'Undecided 2',
    'Refused 1',
    'Others 1',
  ].join('\n\n')
  expect(body(text)).toBe(text)
})

it('a text that repeats itself throughout keeps its repetitions', () => {
  const text = [sentence('bridge'), sentence('bridge'), sentence('bridge')].join('\n\n')
  expect(body(text)).toBe(text)
})

it('a text of one line is its own story', () => {
  expect(body('Nothing has changed so far')).toBe('Nothing has changed so far')
})
