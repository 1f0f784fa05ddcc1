import { expect, test } from 'vitest'
import { commandTable } from '../../app/commandTable.ts'
import { isAllowedFrame, isAllowedRequest, isTrustedFrame, pagePreferences } from './fence.ts'
import { caseOfArguments, caseOfNote } from './launch.ts'
import { acceleratorOf, menuTemplate } from './menu.ts'

test('only the top frame of the own page is trusted', () => {
  expect(isTrustedFrame({ origin: 'app://gainsay', parent: null })).toBe(true)
  expect(isTrustedFrame({ origin: 'app://gainsay', parent: {} })).toBe(false)
  expect(isTrustedFrame({ origin: 'app://other', parent: null })).toBe(false)
  expect(isTrustedFrame({ origin: 'https://gainsay', parent: null })).toBe(false)
  expect(isTrustedFrame(null)).toBe(false)
})

test('no request leaves the app', () => {
  const allowed = [
    'app://gainsay/',
    'app://gainsay/assets/a.js',
    'blob:app://gainsay/1',
    'data:image/png;base64,',
  ]
  const refused = [
    'app://gainsay.evil.example/',
    'app://other/',
    'http://127.0.0.1/',
    'https://example.com/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    'devtools://devtools/',
    'chrome-extension://a/',
  ]
  expect(allowed.filter((address) => !isAllowedRequest(address))).toEqual([])
  expect(refused.filter(isAllowedRequest)).toEqual([])
})

test('no frame goes anywhere, but one within the page may show text of the page', () => {
  expect(isAllowedFrame('about:srcdoc', false)).toBe(true)
  expect(isAllowedFrame('about:srcdoc', true)).toBe(false)
  for (const address of ['app://gainsay/', 'about:blank', 'https://example.com/', 'data:text/html,x'])
    expect(isAllowedFrame(address, false), address).toBe(false)
})

test('the page is sandboxed, isolated and without Node', () => {
  expect(pagePreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
  })
})

test('a case is found among whatever switches the system adds', () => {
  const at = (...args: string[]) => caseOfArguments(args, '/cases')
  expect(at('.', '--case', 'a.gainsay')).toBe('/cases/a.gainsay')
  expect(at('.', '--case=/b/with space.db')).toBe('/b/with space.db')
  expect(at('--allow-file-access-from-files', '/home/x/Ünïcode.GAINSAY')).toBe('/home/x/Ünïcode.GAINSAY')
  expect(at('.', '--no-sandbox', '--other=x.gainsay')).toBe(null)
  expect(at('.', '--case')).toBe(null)
  expect(at('--case=')).toBe(null)
  expect(at()).toBe(null)
})

test('a note from a second instance is read with care', () => {
  expect(caseOfNote({ casePath: '/a.gainsay' })).toBe('/a.gainsay')
  for (const note of [{ casePath: null }, { casePath: 1 }, {}, null, undefined, 'text'])
    expect(caseOfNote(note)).toBe(null)
})

test('the menu holds every command once, and choosing one runs it', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const ran: string[] = []
    const items = menuTemplate(platform, (command) => ran.push(command)).flatMap((menu) =>
      Array.isArray(menu.submenu) ? menu.submenu : [],
    )
    const commands = items.filter((item) => item.id !== undefined)
    expect(commands.map((item) => item.id).toSorted()).toEqual(Object.keys(commandTable).toSorted())
    // The click of Electron gets the item, window and event; ours needs none of them.
    for (const { click } of commands) Reflect.apply(click!, undefined, [])
    expect(ran).toEqual(commands.map((item) => item.id))
  }
})

test('the menu shows the keys but leaves them to the page', () => {
  const find = (platform: NodeJS.Platform, id: string) => {
    const items = menuTemplate(platform, () => {}).flatMap((menu) =>
      Array.isArray(menu.submenu) ? menu.submenu : [],
    )
    const { label, accelerator, registerAccelerator } = items.find((item) => item.id === id)!
    return { label, accelerator, registerAccelerator }
  }
  expect(find('linux', 'tag.claim')).toEqual({
    label: 'Tag as claim',
    accelerator: 'C',
    registerAccelerator: false,
  })
  expect(find('darwin', 'tag.claim')).toEqual({ label: 'Tag as claim (C)' })
  expect(find('darwin', 'history.undo')).toEqual({
    label: 'Undo',
    accelerator: 'CommandOrControl+Z',
    registerAccelerator: false,
  })
})

test('keys are written as Electron wants them', () => {
  expect(['Mod-Shift-z', 'Mod-Alt-n', 'Alt-1', 'F6', '?', 'Mod--', 'Mod-Shift-.'].map(acceleratorOf)).toEqual(
    [
      'CommandOrControl+Shift+Z',
      'CommandOrControl+Alt+N',
      'Alt+1',
      'F6',
      '?',
      'CommandOrControl+-',
      'CommandOrControl+Shift+.',
    ],
  )
})
