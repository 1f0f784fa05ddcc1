import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractText } from '../app/extract/extractText.ts'
import { suggestSpeaker } from '../app/suggest/speaker.ts'

const seed = (file: string) =>
  extractText({ text: readFileSync(new URL(`${file}`, import.meta.url), 'utf8'), name: file }).text
const islamabad = seed('islamabad-fends-off-us-warning.reuters-2011.txt')
const holding = seed('pakistani-military-holding-back.undated.txt')
const trickles = seed('us-military-trickles-back.reuters-2012.txt')

const of = (text: string, passage: string) => {
  const start = text.indexOf(passage)
  if (start < 0) throw new Error(`not in the text: ${passage}`)
  return suggestSpeaker(text, { start, end: start + passage.length })
}

describe('the proposed speaker in the sample articles', () => {
  it.each([
    [islamabad, 'we have made very little progress in that area', 'Panetta', 'direct quote'],
    [
      islamabad,
      '“Time and again we’ve urged the Pakistanis to exercise their influence',
      'Panetta',
      'direct quote',
    ],
    [islamabad, 'we’re going to do everything we can to defend our forces', 'Panetta', 'direct quote'],
    [islamabad, 'has any proof ever been given?', 'senior Pakistani military official', 'direct quote'],
    [
      islamabad,
      'We are using all our resources to fight terrorism.',
      'senior Pakistani military official',
      'direct quote',
    ],
    [islamabad, 'it was the responsibility of U.S.-led forces', 'Pakistani officials', 'unnamed'],
    [islamabad, 'it has no links to the group', 'Pakistan', 'indirect'],
    [islamabad, 'he was concerned about the Haqqanis’ ability', 'Panetta', 'indirect'],
    [islamabad, 'And that’s unacceptable', 'Panetta', 'direct quote'],
    [islamabad, 'relations were still heavily strained', 'Some U.S. officials in Washington', 'unnamed'],
    [
      islamabad,
      'The bilateral relationship is still in deep trouble',
      'former senior CIA analyst Bruce Riedel',
      'direct quote',
    ],
    [
      holding,
      'Pakistan denies claims that it provides safe havens to any militant groups.',
      'Pakistan',
      'indirect',
    ],
    [holding, 'take advantage of their safe haven to conduct attacks in India', 'Coats', 'direct quote'],
    [holding, 'the US Treasury Department had announced terror designations', 'Coats', 'indirect'],
    [holding, 'will maintain ties to these militants', 'Coats', 'direct quote'],
    [trickles, "I wouldn't call this a watershed moment", 'U.S. official', 'direct quote'],
    [trickles, 'formal military training has not resumed', 'official', 'unnamed'],
  ])('is right in %#', (text, passage, name, attribution) => {
    expect(of(text, passage)).toEqual({ name, attribution })
  })
})
