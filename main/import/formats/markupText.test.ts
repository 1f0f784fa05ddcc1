import { expect, it } from 'vitest'
import { decodeMarkup } from './markupText.ts'

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

it('believes a byte order mark before all else', () => {
  const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from('<p>Müll</p>', 'utf16le')])
  expect(decodeMarkup(bytes)).toEqual({ text: '<p>Müll</p>', encoding: 'utf-16le', sure: true })
})

it('believes a declaration that the bytes bear out', () => {
  expect(decodeMarkup(latin('<meta charset="iso-8859-1"><p>Müll</p>'))).toEqual({
    text: '<meta charset="iso-8859-1"><p>Müll</p>',
    encoding: 'windows-1252',
    sure: true,
  })
})

it('reads UTF-8 where the page declares nothing and the bytes are UTF-8', () => {
  expect(decodeMarkup(new TextEncoder().encode('<p>Müll</p>'))).toEqual({
    text: '<p>Müll</p>',
    encoding: 'utf-8',
    sure: true,
  })
})

it('refuses what is no text, such as an archive under the name of a page', () => {
  expect(() => decodeMarkup(new Uint8Array([0x1f, 0x8b, 8, 0, 0x43, 0x27]))).toThrow(
    'looks like a gzip archive',
  )
})

it('says that a guess is doubtful', () => {
  expect(decodeMarkup(latin('<p>caf\xe9</p>')).sure).toBe(false)
})

it('takes the encoding that the analyst chose, and refuses one that does not exist', () => {
  const bytes = new Uint8Array([0xcf, 0xf0, 0xe8])
  expect(decodeMarkup(bytes, 'windows-1251')).toEqual({ text: 'При', encoding: 'windows-1251', sure: true })
  expect(() => decodeMarkup(bytes, 'no-such')).toThrow('is not an encoding')
})
