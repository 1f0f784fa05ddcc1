import { expect, test } from 'vitest'
import css from './theme.css?raw'

function colours(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]))
}

/** Contrast of two colours, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

const grounds = ['paper', 'shade', 'raised', 'hover', 'chosen']
const pairs: [string, string][] = [
  ...['ink', 'ink-soft'].flatMap((text) => grounds.map((ground): [string, string] => [text, ground])),
  ...['claim', 'denial', 'event', 'related', 'accent', 'warn'].flatMap((text) =>
    ['paper', 'shade', 'raised', 'chosen'].map((ground): [string, string] => [text, ground]),
  ),
  ...['claim', 'denial', 'event'].flatMap((kind): [string, string][] => [
    ['ink', `${kind}-bg`],
    [kind, `${kind}-bg`],
  ]),
  ['warn', 'warn-bg'],
  ['ink', 'find'],
  ['ink', 'find-current'],
  ['accent-ink', 'accent'],
]

test.each([':root', ':root[data-theme="dark"]'])(
  'text in %s has a contrast of 4.5 or more on its ground',
  (selector) => {
    const known = colours(selector)
    const poor = pairs
      .map(([text, ground]) => ({ text, ground, value: contrast(known.get(text)!, known.get(ground)!) }))
      .filter(({ value }) => !(value >= 4.5))
    expect(poor).toEqual([])
  },
)

test.each([':root', ':root[data-theme="dark"]'])(
  'the edge of a field in %s has a contrast of 3 or more',
  (selector) => {
    const known = colours(selector)
    for (const edge of ['line-strong', 'focus-ring']) {
      for (const ground of ['raised', 'paper']) {
        expect(contrast(known.get(edge)!, known.get(ground)!)).toBeGreaterThanOrEqual(3)
      }
    }
  },
)
