/** Keys of the command table as a person reads them. */

const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Backspace: '⌫',
  Delete: '⌦',
  Enter: '↩',
  ArrowLeft: '←',
}
const otherNames: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Backspace: 'Backspace',
  Delete: 'Del',
  ArrowLeft: '←',
}
/** The order in which macOS writes modifiers. */
const macOrder = ['Alt', 'Shift', 'Mod']

/** `Mod-Shift-e` as `⇧⌘E` on a Mac, as `Ctrl+Shift+E` elsewhere. */
export function keyLabel(key: string, mac: boolean): string {
  const parts = splitKey(key)
  const base = parts.key.length === 1 ? parts.key.toUpperCase() : parts.key
  if (mac) {
    const before = macOrder.filter((name) => parts.modifiers.includes(name))
    return [...before, base].map((name) => macNames[name] ?? name).join('')
  }
  return [...parts.modifiers, base].map((name) => otherNames[name] ?? name).join('+')
}

/** A key as the `aria-keyshortcuts` attribute writes it: `Control+Shift+E`. */
export function ariaKey(key: string, mac: boolean): string {
  const { modifiers, key: base } = splitKey(key)
  return [
    ...modifiers.map((name) => (name === 'Mod' ? (mac ? 'Meta' : 'Control') : name)),
    base.length === 1 ? base.toUpperCase() : base,
  ].join('+')
}

/** A key of the command table in its parts. */
export function splitKey(key: string): { readonly modifiers: readonly string[]; readonly key: string } {
  const parts = key.split('-')
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? '' }
}
