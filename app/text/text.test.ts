import { describe, expect, it } from 'vitest'
import { directionOf } from './direction.ts'
import { nextGrapheme, previousGrapheme } from './graphemes.ts'
import { normaliseText } from './normalise.ts'

describe('graphemes', () => {
  const family = '👩‍👩‍👧'
  it('steps over an emoji family, a flag and a letter with marks as one character', () => {
    for (const sign of [family, '🇵🇰', 'e\u0301', 'क्षि', '각', '中']) {
      const text = `a${sign}b`
      expect(nextGrapheme(text, 1)).toBe(1 + sign.length)
      expect(previousGrapheme(text, 1 + sign.length)).toBe(1)
    }
  })
  it('stays within the text', () => {
    expect([
      previousGrapheme('ab', 0),
      nextGrapheme('ab', 2),
      nextGrapheme('', 0),
      nextGrapheme('ab', 9),
    ]).toEqual([0, 2, 0, 2])
  })
  it('leaves the inside of a character in either direction', () => {
    expect([previousGrapheme(`a${family}`, 4), nextGrapheme(`a${family}`, 4)]).toEqual([1, 1 + family.length])
  })
  it('walks a long text forth and back by the same steps', () => {
    const text = `${'😀x'.repeat(300)}\n${'é中'.repeat(300)}`
    const forth: number[] = []
    for (let at = 0; at < text.length; at = nextGrapheme(text, at)) forth.push(at)
    const back: number[] = []
    for (let at = previousGrapheme(text, text.length); at > 0; at = previousGrapheme(text, at)) back.push(at)
    back.push(0)
    expect(back.reverse()).toEqual(forth)
  })
})

describe('normalised text', () => {
  it('is the same for two typesettings of the same words', () => {
    expect(normaliseText('“We’ve  no links”\u00A0— he sa\u00ADid…')).toBe(
      normaliseText('"We\'ve no\nlinks" - He said...'),
    )
  })
  it('keeps different words different', () => {
    expect(normaliseText('has proof')).not.toBe(normaliseText('has no proof'))
  })
})

describe('direction', () => {
  it('is that of the first letter', () => {
    expect(['123 مرحبا hello', 'hello مرحبا', '«שלום»', '…', 'ދިވެހި', '\u200F123'].map(directionOf)).toEqual([
      'rtl',
      'ltr',
      'rtl',
      'ltr',
      'rtl',
      'rtl',
    ])
    expect(['“24 ‏جنديا', 'Panetta: إسلام', '24 – 77'].map(directionOf)).toEqual(['rtl', 'ltr', 'ltr'])
  })
})
