import { expect, test } from 'vitest'
import { type CommandEntry, type CommandId, commandTable } from '../../app/commandTable.ts'
import { findCommand, isKeptFromBrowser, type KeyPlace, type KeyPress } from './keymap.ts'

const press = (key: string, more: Partial<KeyPress> & { graph?: boolean } = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  getModifierState: (name) => name === 'AltGraph' && more.graph === true,
  ...more,
})
const find = (
  event: KeyPress,
  { place = 'reading' as KeyPlace, touched = false, mac = false } = {},
): CommandId | null => findCommand(event, place, touched, mac)

test('every key of the table finds its own command, on a Mac and elsewhere', () => {
  for (const mac of [false, true]) {
    for (const [id, entry] of Object.entries(commandTable) as [CommandId, CommandEntry][]) {
      for (const key of entry.keys) {
        const parts = key.split('-')
        const event = press(parts.at(-1)!, {
          ctrlKey: !mac && parts.includes('Mod'),
          metaKey: mac && parts.includes('Mod'),
          altKey: parts.includes('Alt'),
          shiftKey: parts.includes('Shift'),
        })
        expect([key, find(event, { mac })]).toEqual([key, id])
      }
    }
  }
})

test('Mod is Ctrl, and the command key on a Mac, never both', () => {
  expect(find(press('k', { ctrlKey: true }))).toBe('palette')
  expect(find(press('k', { metaKey: true }))).toBe(null)
  expect(find(press('k', { metaKey: true }), { mac: true })).toBe('palette')
  expect(find(press('k', { ctrlKey: true }), { mac: true })).toBe(null)
})

test('caps lock does not change a letter, and Shift tells two commands apart', () => {
  expect(find(press('c'))).toBe('tag.claim')
  expect(find(press('C'))).toBe('tag.claim')
  expect(find(press('C', { shiftKey: true }))).toBe('compare.add')
  expect(find(press('z', { ctrlKey: true }))).toBe('history.undo')
  expect(find(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('history.redo')
})

test('on a layout that types no Latin letters the place of the key counts', () => {
  expect(find(press('с', { code: 'KeyC' }))).toBe('tag.claim') // Cyrillic es, which only looks like c
  expect(find(press('л', { code: 'KeyK', ctrlKey: true }))).toBe('palette')
  expect(find(press('х', { code: 'BracketLeft' }))).toBe('article.previous')
  expect(find(press('؟', { code: 'Slash', shiftKey: true }))).toBe('help.keys')
})

test('on another Latin layout the letter counts and not its place', () => {
  expect(find(press('z', { code: 'KeyY', ctrlKey: true }))).toBe('history.undo')
  expect(find(press('y', { code: 'KeyZ', ctrlKey: true }))).toBe('history.redo')
})

test('a sign counts however it is typed', () => {
  expect(find(press('?', { shiftKey: true, code: 'Slash' }))).toBe('help.keys')
  expect(find(press('?', { shiftKey: true, code: 'Minus' }))).toBe('help.keys')
  expect(find(press('/', { shiftKey: true, code: 'Digit7' }))).toBe('find.case')
  expect(find(press('[', { ctrlKey: true, altKey: true, graph: true, code: 'Digit8' }))).toBe(
    'article.previous',
  )
  expect(find(press('>', { ctrlKey: true, shiftKey: true, code: 'Period' }))).toBe('text.larger')
  expect(find(press(':', { ctrlKey: true, shiftKey: true, code: 'Period' }))).toBe('text.larger')
})

test('Option on a Mac types another sign and is still Option', () => {
  expect(find(press('¡', { altKey: true, code: 'Digit1' }), { mac: true })).toBe('view.read')
  expect(find(press('Dead', { altKey: true, metaKey: true, code: 'KeyN' }), { mac: true })).toBe(
    'case.create',
  )
})

test('in a field plain letters are text, while keys with Ctrl still hold', () => {
  expect(find(press('c'), { place: 'field' })).toBe(null)
  expect(find(press('?', { shiftKey: true }), { place: 'field' })).toBe(null)
  expect(find(press('F6'), { place: 'field' })).toBe('focus.library')
  expect(find(press('k', { ctrlKey: true }), { place: 'field' })).toBe('palette')
  expect(find(press('Backspace', { ctrlKey: true, shiftKey: true }), { place: 'field' })).toBe(null)
})

test('undo belongs to the field once something was typed in it', () => {
  const undo = press('z', { ctrlKey: true })
  expect(find(undo, { place: 'field', touched: true })).toBe(null)
  expect(find(undo, { place: 'field', touched: false })).toBe('history.undo')
})

test('a button keeps Enter and Delete and a menu keeps its letters', () => {
  expect(find(press('Enter'), { place: 'control' })).toBe(null)
  expect(find(press('Delete'), { place: 'control' })).toBe(null)
  expect(find(press('j'), { place: 'control' })).toBe('annotation.next')
  expect(find(press('j'), { place: 'menu' })).toBe(null)
})

test('a held key repeats a step and never a deed', () => {
  expect(find(press('j', { repeat: true }))).toBe('annotation.next')
  expect(find(press('c', { repeat: true }))).toBe(null)
})

test('nothing runs while an input method composes', () => {
  expect(find(press('c', { isComposing: true }))).toBe(null)
})

test('pasting without formatting belongs to a field', () => {
  const paste = press('V', { ctrlKey: true, shiftKey: true })
  expect(find(paste, { place: 'field' })).toBe(null)
  expect(find(paste)).toBe('article.paste')
})

test('behind a dialog the browser gets no command key but those that a field needs', () => {
  const kept = (event: KeyPress, place: KeyPlace) => isKeptFromBrowser(event, place, false)
  expect(kept(press('p', { ctrlKey: true }), 'field')).toBe(true)
  expect(kept(press('f', { ctrlKey: true }), 'control')).toBe(true)
  expect(kept(press('z', { ctrlKey: true }), 'field')).toBe(false)
  expect(kept(press('V', { ctrlKey: true, shiftKey: true }), 'field')).toBe(false)
  expect(kept(press('Backspace', { ctrlKey: true, shiftKey: true }), 'field')).toBe(false)
  expect(kept(press('c'), 'reading')).toBe(false)
  expect(kept(press('c', { ctrlKey: true }), 'reading')).toBe(false)
})
