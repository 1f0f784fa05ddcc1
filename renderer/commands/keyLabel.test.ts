import { expect, test } from 'vitest'
import { ariaKey, keyLabel } from './keyLabel.ts'

test('a key is written as the platform writes it', () => {
  const keys = [
    'Mod-Shift-e',
    'Mod-k',
    'Mod-Alt-n',
    'Shift-B',
    'C',
    'F6',
    '[',
    'Mod-Shift-Backspace',
    'Alt-1',
  ]
  expect(keys.map((key) => keyLabel(key, true))).toEqual([
    '⇧⌘E',
    '⌘K',
    '⌥⌘N',
    '⇧B',
    'C',
    'F6',
    '[',
    '⇧⌘⌫',
    '⌥1',
  ])
  expect(keys.map((key) => keyLabel(key, false))).toEqual([
    'Ctrl+Shift+E',
    'Ctrl+K',
    'Ctrl+Alt+N',
    'Shift+B',
    'C',
    'F6',
    '[',
    'Ctrl+Shift+Backspace',
    'Alt+1',
  ])
})

test('for screen readers a key is written with the names of the web', () => {
  expect([ariaKey('Mod-Shift-f', false), ariaKey('Mod-k', true), ariaKey('Alt-1', false)]).toEqual([
    'Control+Shift+F',
    'Meta+K',
    'Alt+1',
  ])
})
