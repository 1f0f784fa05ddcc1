/**
 * The native menu, drawn from the command table. The page handles the keys; the menu
 * shows them. So no accelerator is registered, and where the system registers all that
 * are shown (macOS), keys without a modifier are shown in the title instead, or typing
 * a letter in a field would tag a passage.
 */
import type { MenuItemConstructorOptions } from 'electron'
import { type CommandEntry, type CommandId, commandTable, type Menu, menus } from '../../app/commandTable.ts'

/** A menu of the menu bar, in Electron's own terms. */
type Template = MenuItemConstructorOptions[]

/** The menu bar; `run` is called with the command chosen. */
export function menuTemplate(platform: NodeJS.Platform, run: (command: CommandId) => void): Template {
  const mac = platform === 'darwin'
  const bar = menus.map((menu) => ({
    label: menu,
    submenu: [...commandItems(menu, mac, run), ...systemItems(menu, mac)],
  }))
  return mac ? [{ role: 'appMenu' }, ...bar, { role: 'windowMenu' }] : bar
}

/** A key of the command table as Electron writes it: `Mod-Shift-z` becomes `CommandOrControl+Shift+Z`. */
export function acceleratorOf(key: string): string {
  // The last part may itself be a hyphen.
  const parts = key.split(/-(?=.)/)
  return parts.map((part) => (part === 'Mod' ? 'CommandOrControl' : keyName(part))).join('+')
}

/** Whether a key is one that also types or moves in a field. */
export function isPlainKey(key: string): boolean {
  return !/^(Mod|Ctrl|Alt|Meta)-/.test(key) && !/^F\d+$/.test(key)
}

function keyName(part: string): string {
  return part.length === 1 ? part.toUpperCase() : part
}

function commandItems(menu: Menu, mac: boolean, run: (command: CommandId) => void): Template {
  return (
    Object.entries(commandTable)
      // Object.entries widens the keys; the table's are the ids.
      .map(([id, entry]) => [id as CommandId, entry as CommandEntry] as const)
      .filter(([, entry]) => entry.menu === menu)
      .map(([id, entry]) => ({ id, click: () => run(id), ...labelOf(entry, mac) }))
  )
}

function labelOf(entry: CommandEntry, mac: boolean): MenuItemConstructorOptions {
  const [key] = entry.keys
  if (key === undefined) return { label: entry.title }
  if (mac && isPlainKey(key)) return { label: `${entry.title} (${key})` }
  return { label: entry.title, accelerator: acceleratorOf(key), registerAccelerator: false }
}

/** What belongs to the fields and the window, not to Gainsay. */
function systemItems(menu: Menu, mac: boolean): Template {
  const separator = { type: 'separator' } as const
  if (menu === 'Edit')
    return [separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
  if (menu === 'View') return [separator, { role: 'togglefullscreen' }]
  if (menu === 'Case' && !mac) return [separator, { role: 'quit' }]
  return []
}
