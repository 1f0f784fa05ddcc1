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

it('a long menu does not open the story, though one of its entries ends like a sentence', () => {
  const long = Array.from({ length: 50 }, (_, index) => `District ${index + 1}`)
  const page = [
    ...menu,
    ...long,
    'Where to eat in U.S.A.',
    ...long,
    'Report kept secret',
    ...story,
    ...teasers,
  ]
  expect(body(page.join('\n'))).toBe(story.join('\n\n'))
})

it('somebody’s portrait and the small print behind short lines are no end of a story', () => {
  const portrait = 'Ada Moor has written about the ministry since 2009 and lives in the capital.'
  const rest = ['Staff writer', 'Featured', 'Elsewhere', 'On the map', portrait]
  expect(body([...menu, 'Report kept secret', ...story, ...story, ...rest, ...teasers].join('\n'))).toBe(
    [...story, ...story].join('\n\n'),
  )
})

it('a story of one long paragraph is told from the clutter around it', () => {
  const long = Array.from({ length: 30 }, (_, index) => `District ${index + 1}`)
  const only = `${sentence('bridge')} ${sentence('letter')}`
  expect(body([...menu, ...long, 'Report kept secret', only, ...teasers].join('\n'))).toBe(only)
})

it.each([
  'Top Rated Comments',
  '[ 167 comments ]',
  '3 thoughts on “Report kept secret”',
  'Las más leídas',
  'Dodaj komentarz',
  '관련 기사',
])('what stands below “%s” is not the story', (label) => {
  expect(body([...story, label, 'Bo', 'I knew it.', 'Nick A', 'Shameful, all of it!'].join('\n'))).toBe(
    story.join('\n\n'),
  )
})

it('a long paragraph after a related link or two is the story again', () => {
  const last = `${sentence('bridge')} ${sentence('vote')}`
  expect(body([...story.slice(1, 3), 'Related links', 'The ministry’s own report', last].join('\n'))).toBe(
    [...story.slice(1, 3), last].join('\n\n'),
  )
})

it('a line of signs without shape is blank', () => {
  expect(body(['One line stands here.', '\u200b', 'Another stands there.'].join('\n'))).toBe(
    'One line stands here.\n\nAnother stands there.',
  )
})

it('a headline far above its story is known by the words they share', () => {
  const between = Array.from({ length: 30 }, (_, index) => `Option ${index + 1}`)
  const headline = 'What the ministry knew of its bridge and told nobody'
  const page = [...menu, headline, ...between, ...story, ...teasers].join('\n')
  expect(extractText({ text: page, name: 'page' }).metadata.headline).toBe(headline)
})

const player = [
  'Play',
  'Mute',
  'Current Time 0:00',
  '/',
  'Duration Time 0:00',
  'Loaded: 0%',
  'Stream TypeLIVE',
  'Remaining Time -0:00',
  'Playback Rate',
  'Chapters',
  'subtitles off, selected',
  'This is a modal window.',
  'Opinion',
  ...['White', 'Black', 'Red', 'Green', 'Blue', 'Opaque', 'Transparent', '50%', '75%', '100%'],
  'Text Edge Style',
  'Small Caps',
  'Defaults Done',
  'Close',
  'This is a modal window. This modal can be closed by pressing the Escape key or activating the close button.',
]
const gallery = [
  'The week in pictures',
  '5 show all',
  ...['Harvest', 'Regatta', 'Parade', 'Thaw', 'Auction'].flatMap((title, at) => [
    `${at + 1}/5 ${title}`,
    `Hundreds came to see the ${title.toLowerCase()} this year, although it had rained there for most of the week.`,
    'Reuters',
  ]),
]

it.each([
  ['the controls of a video', player],
  ['a numbered gallery', gallery],
])('a story goes on behind %s, however much stands there', (_what, box) => {
  const [first, second, third, fourth] = ['roof', 'cellar', 'garden', 'tower'].map(sentence)
  const more = [first, 'Put nothing on the floor', second]
  const rest = [third, fourth]
  const page = [
    ...menu,
    'Ministry kept report secret',
    ...story,
    ...box,
    ...more,
    ...box,
    ...rest,
    ...teasers,
  ]
  expect(body(page.join('\n'))).toBe([...story, ...more, ...rest].join('\n\n'))
})

it('what looks like a line of a player or of a gallery stays where it stands alone', () => {
  const text = [
    ...story.slice(0, 2),
    'Playback Rate',
    '1/2 cup of flour',
    '2/2 of the same',
    ...story.slice(2),
  ].join('\n')
  expect(body(text)).toBe(text.replaceAll('\n', '\n\n'))
})

it('a numbered line behind a list of links is of the story’s own list', () => {
  const page = [
    ...menu,
    'Ministry kept report secret',
    ...story,
    '1. Ask who pays for it all',
    sentence('price'),
    'Related',
    ...teasers.slice(0, 3),
    '2. Ask who will be there in ten years',
    `${sentence('plan')} ${sentence('promise')}`,
    ...teasers,
  ]
  expect(body(page.join('\n'))).toContain('2. Ask who will be there in ten years')
})
