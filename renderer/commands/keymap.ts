/**
 * From a key press to a command of the table.
 *
 * Letters are compared by what the key types, so that every Latin layout has them
 * where it writes them; where a key types no ASCII (a Greek or Arabic layout, or
 * Option on a Mac) its place on the keyboard (`code`) counts instead. A sign such
 * as `?` is what it is however it is typed, so Shift does not matter for it.
 *
 * A key without Ctrl, Alt or ⌘ holds only outside fields that take text. The
 * reader is editable to the browser, because it needs a caret, but it is reading
 * matter: `[data-reader]` counts as no field.
 */
import { type CommandEntry, type CommandId, commandTable } from '../../app/commandTable.ts'
import { splitKey } from './keyLabel.ts'

/** What of a keyboard event is looked at. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'isComposing'
> & {
  getModifierState?(key: string): boolean
}

/** Where the press fell. */
export type KeyPlace =
  /** on reading matter, or on nothing in particular */
  | 'reading'
  /** on a button, link or option, which has its own use for Enter, Space and Delete */
  | 'control'
  /** in a field that takes text */
  | 'field'
  /** in an open menu, where letters choose items */
  | 'menu'

const codes: Readonly<Record<string, string>> = {
  '.': 'Period',
  ',': 'Comma',
  '/': 'Slash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
}

/** Keys that a control or a field uses itself. */
const ownKeys = new Set(['Enter', 'Delete', 'Backspace', 'Space'])

/** Commands that a held key repeats; any other runs once per press. */
const repeating: ReadonlySet<CommandId> = new Set([
  'annotation.next',
  'annotation.previous',
  'compare.nextRelated',
  'compare.previousRelated',
  'article.next',
  'article.previous',
  'history.undo',
  'history.redo',
  'text.larger',
  'text.smaller',
])

/** Commands that a field has its own version of, for the words typed in it. */
const fieldHistory: ReadonlySet<CommandId> = new Set(['history.undo', 'history.redo'])

/** Commands whose key means something else in any field: pasting without formatting. */
const fieldOwn: ReadonlySet<CommandId> = new Set(['article.paste'])

/** Whether a press is the key named. */
export function matchesKey(press: KeyPress, key: string, mac: boolean): boolean {
  const { modifiers, key: base } = splitKey(key)
  // AltGr is how many layouts type [ and ]: the browser reports it as Ctrl+Alt, but it is neither.
  const graph = press.getModifierState?.('AltGraph') === true && !mac
  const mod = (mac ? press.metaKey : press.ctrlKey) && !graph
  const other = (mac ? press.ctrlKey : press.metaKey) && !graph
  const alt = press.altKey && !graph
  if (other || mod !== modifiers.includes('Mod')) return false
  const sign = base.length === 1 && !/[a-z0-9]/i.test(base)
  const typedSign = sign && modifiers.length === 0
  if (typedSign) {
    if (press.key === base) return true
    return isForeign(press.key) && !alt && signByPlace(press, base)
  }
  if (alt !== modifiers.includes('Alt') || press.shiftKey !== modifiers.includes('Shift')) return false
  if (base.length > 1) return press.key === base
  const placed = press.code === placeOf(base)
  if (sign) return press.key === base || placed
  if (/[0-9]/.test(base)) return press.key === base || placed
  if (press.key.toLowerCase() === base.toLowerCase()) return true
  return placed && (isForeign(press.key) || (alt && mac))
}

function signByPlace(press: KeyPress, base: string): boolean {
  if (base === '?') return press.shiftKey && press.code === 'Slash'
  return !press.shiftKey && press.code === codes[base]
}

const placeOf = (base: string) =>
  codes[base] ?? (/[0-9]/.test(base) ? `Digit${base}` : `Key${base.toUpperCase()}`)

/** Whether a key types a character outside ASCII, or none that could be told. */
const isForeign = (key: string) => key === 'Dead' || key === 'Unidentified' || /^\P{ASCII}/u.test(key)

/** The command that a press stands for, or null. `fieldTouched`: whether the field was typed in since it got the focus. */
export function findCommand(
  press: KeyPress,
  place: KeyPlace,
  fieldTouched: boolean,
  mac: boolean,
): CommandId | null {
  if (press.isComposing) return null
  for (const [id, entry] of entries()) {
    if (!entry.keys.some((key) => matchesKey(press, key, mac) && holdsAt(key, place))) continue
    if (press.repeat && !repeating.has(id)) return null
    if (place === 'field' && (fieldOwn.has(id) || (fieldTouched && fieldHistory.has(id)))) return null
    return id
  }
  return null
}

/**
 * Whether a press behind an open dialog must be kept from the browser, which would
 * print the page or search it: any key of the table but those that a field needs.
 */
export function isKeptFromBrowser(press: KeyPress, place: KeyPlace, mac: boolean): boolean {
  return entries().some(
    ([id, entry]) =>
      !(place === 'field' && (fieldOwn.has(id) || fieldHistory.has(id))) &&
      entry.keys.some(
        (key) => /^(Mod|Alt)-|^F\d/.test(key) && matchesKey(press, key, mac) && holdsAt(key, place),
      ),
  )
}

function holdsAt(key: string, place: KeyPlace): boolean {
  const { modifiers, key: base } = splitKey(key)
  const free = !modifiers.some((name) => name !== 'Shift') && !/^F\d+$/.test(base)
  if (place === 'field') return !free && !ownKeys.has(base)
  if (place === 'menu') return !free
  if (place === 'control') return !(free && ownKeys.has(base))
  return true
}

let table: readonly (readonly [CommandId, CommandEntry])[] | null = null
function entries() {
  table ??= Object.entries(commandTable) as [CommandId, CommandEntry][] // the keys of the table are its ids
  return table
}

/** Where a key press on this element falls. */
export function placeOfTarget(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'reading'
  if (target.closest('[role=menu]')) return 'menu'
  if (target.closest('input:not([type=checkbox],[type=radio],[type=button],[type=range]),textarea,select')) {
    return 'field'
  }
  if (target.closest('button,a[href],summary,input,[role=option],[role=button],[role=tab]')) return 'control'
  if (target.closest('[data-reader]')) return 'reading'
  return target instanceof HTMLElement && target.isContentEditable ? 'field' : 'reading'
}
