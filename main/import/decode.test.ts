import { describe, expect, it } from 'vitest'
import { GainsayError } from '../../app/errors.ts'
import { maxImportBytes, maxTextLines } from '../../app/limits.ts'
import { decodeText } from './decode.ts'

const ascii = (text: string) => new TextEncoder().encode(text)

/** Encodes by looking each character up in the decoder of that single- or double-byte encoding. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  for (let high = 0; high < 256; high += 1) {
    const sign = decoder.decode(Uint8Array.of(high))
    if (sign !== '\uFFFD' && sign.length === 1) table.set(sign, [high])
  }
  if (encoding === 'shift_jis' || encoding === 'gb18030' || encoding === 'euc-kr') {
    for (let high = 0x81; high < 0xff; high += 1) {
      for (let low = 0x40; low < 0xff; low += 1) {
        const sign = decoder.decode(Uint8Array.of(high, low))
        if (sign.length === 1 && sign !== '\uFFFD' && !table.has(sign)) table.set(sign, [high, low])
      }
    }
  }
  return Uint8Array.from([...text].flatMap((sign) => table.get(sign) ?? [0x3f]))
}

function wide(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  return bytes
}

function refusal(bytes: Uint8Array): { code: string; message: string } {
  try {
    decodeText(bytes)
  } catch (error) {
    if (error instanceof GainsayError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('it was read')
}

const russian =
  'Президент заявил, что не будет вести переговоры с теми, кто нарушил соглашение. По его словам, это решение уже принято и не может быть изменено.\n'.repeat(
    3,
  )
const english =
  'The minister said on Tuesday that it was “not for him” to comment on the report – which he hadn’t read – and that he would wait for the inquiry.\n'.repeat(
    2,
  )

describe('decoding a file', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(ascii('Grüße, 世界 🌍'))).toEqual({ text: 'Grüße, 世界 🌍', encoding: 'utf-8' })
    expect(decodeText(ascii('\uFEFFGrüße'))).toEqual({ text: 'Grüße', encoding: 'utf-8' })
  })

  it('reads UTF-16 in both byte orders, with and without a mark', () => {
    for (const text of [english, russian]) {
      expect(decodeText(wide(text, true))).toEqual({ text, encoding: 'utf-16le' })
      expect(decodeText(wide(text, false))).toEqual({ text, encoding: 'utf-16be' })
      expect(decodeText(wide(`\uFEFF${text}`, true))).toEqual({ text, encoding: 'utf-16le' })
      expect(decodeText(wide(`\uFEFF${text}`, false))).toEqual({ text, encoding: 'utf-16be' })
    }
  })

  it('recognises the encodings of one byte that older files are in', () => {
    expect(decodeText(encode(russian, 'windows-1251'))).toEqual({ text: russian, encoding: 'windows-1251' })
    expect(decodeText(encode(russian, 'koi8-r'))).toEqual({ text: russian, encoding: 'koi8-r' })
    expect(decodeText(encode(english, 'windows-1252'))).toEqual({ text: english, encoding: 'windows-1252' })
    const french =
      'Le ministre a déclaré mardi que la décision était déjà prise et qu’elle ne serait pas changée après les élections.\n'.repeat(
        3,
      )
    expect(decodeText(encode(french, 'windows-1252'))).toEqual({ text: french, encoding: 'windows-1252' })
  })

  it('recognises Japanese and Chinese encodings', () => {
    const japanese =
      '政府は火曜日、この問題について発表した。首相は記者団に対し、まだ決まっていないと述べた。\n'.repeat(4)
    expect(decodeText(encode(japanese, 'shift_jis'))).toEqual({ text: japanese, encoding: 'shift_jis' })
    const chinese =
      '外交部发言人星期二在北京表示，中方对此事一无所知，希望有关各方保持克制，不要采取行动。\n'.repeat(4)
    expect(decodeText(encode(chinese, 'gb18030'))).toEqual({ text: chinese, encoding: 'gb18030' })
  })

  it('recognises them in long texts too', () => {
    const bytes = Buffer.concat(Array(40_000).fill(encode(english, 'windows-1252')))
    expect(decodeText(bytes)).toMatchObject({ encoding: 'windows-1252' })
  }, 20_000)

  it('refuses a text whose encoding cannot be told', () => {
    for (const bytes of [
      encode('Café', 'windows-1252'),
      Uint8Array.of(0x41, 0xe9, 0xe8, 0x42),
      Uint8Array.from({ length: 300 }, (_, index) => 128 + ((index * 37) % 127)),
    ]) {
      expect(refusal(bytes)).toEqual({
        code: 'unreadable',
        message:
          'The file is not UTF-8 and its encoding could not be told with certainty, so nothing was imported. Please save it as UTF-8 text and import it again.',
      })
    }
  })

  it('refuses an empty file and one of nothing but blanks', () => {
    expect(refusal(new Uint8Array()).message).toBe('The file is empty, so there is nothing to import.')
    expect(refusal(ascii(' \n\t\uFEFF\r\n')).message).toBe(
      'The file holds nothing but blank space, so there is nothing to import.',
    )
  })

  it('says what a binary file looks like', () => {
    expect(refusal(ascii('%PDF-1.7\n'))).toEqual({
      code: 'unreadable',
      message: 'The file is not a text file: it looks like a PDF document.',
    })
    expect(refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)).message).toContain(
      'a ZIP archive or an Office document',
    )
    expect(refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10)).message).toContain('a PNG image')
    expect(refusal(ascii('A text with a zero \0 byte')).message).toContain('zero bytes')
    expect(refusal(ascii('\x01\x02\x03 text')).message).toContain('control characters')
  })

  it('refuses half a character in UTF-16 instead of replacing it', () => {
    expect(refusal(wide(`\uFEFF${english}\uD83D and on`, true)).message).toContain('half a character')
    expect(refusal(wide(`\uFEFF${english}`, true).subarray(0, 101)).message).toContain('half a character')
  })

  it('refuses bytes that break UTF-8 after its mark', () => {
    expect(refusal(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0xff, 0x42)).message).toContain(
      'breaks the rules of UTF-8',
    )
  })

  it('refuses what is too large, in bytes and in lines', () => {
    expect(refusal(new Uint8Array(maxImportBytes + 1).fill(0x61))).toEqual({
      code: 'too-large',
      message: 'The file has 33 MB; Gainsay takes in text files of up to 32 MB, so nothing was imported.',
    })
    expect(refusal(ascii('a\n'.repeat(maxTextLines + 1)))).toEqual({
      code: 'too-large',
      message:
        'The file has more than 200,000 lines of text, which is more than an article has, so nothing was imported.',
    })
    expect(decodeText(ascii('\n'.repeat(maxTextLines + 1).concat('a'))).text).toHaveLength(maxTextLines + 2)
  })

  it('makes every line end LF and keeps joiners, but no soft hyphens or stray marks', () => {
    expect(
      decodeText(ascii('a\r\nb\rc\u2028d co\u00ADoper\uFEFFate \u200Bnow می\u200Cخواهم 👩\u200D👧')).text,
    ).toBe('a\nb\nc\nd cooperate now می\u200Cخواهم 👩\u200D👧')
  })
})
