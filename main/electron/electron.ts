/**
 * The Electron shell's program: one window on the app's own page, fenced in, and the
 * host behind it. Thin on purpose: what can be decided without Electron is decided in
 * the files beside this one, and tested there.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  type Session,
  session,
  utilityProcess,
  type WebContents,
} from 'electron'
import type { CommandId } from '../../app/commandTable.ts'
import { GainsayError, toWireError } from '../../app/errors.ts'
import { callHost } from '../callHost.ts'
import { openFirstCase } from '../firstCase.ts'
import type { Host } from '../host.ts'
import { makeParser } from '../import/parser.ts'
import { openProfile } from '../profile.ts'
import { getPreloadFile, getRendererFolder } from '../resources.ts'
import { openStaticFiles } from '../staticFiles.ts'
import { holdYoungHeap } from '../youngHeap.ts'
import { openDialogs } from './dialogs.ts'
import {
  appAddress,
  appScheme,
  isAllowedFrame,
  isAllowedRequest,
  offlineSwitches,
  pagePreferences,
} from './fence.ts'
import { attachIpc, type IpcAdapter } from './ipcAdapter.ts'
import { caseOfArguments, caseOfNote, type LaunchNote } from './launch.ts'
import { menuTemplate } from './menu.ts'
import { utilityReader } from './utilityReader.ts'

holdYoungHeap()
const profile = openProfile()
// The lock of the single instance lies here too, so each profile has one instance.
const userData = join(profile.folder, 'electron')
mkdirSync(userData, { recursive: true })
app.setPath('userData', userData)
for (const [name, value] of offlineSwitches) app.commandLine.appendSwitch(name, value)
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

// A case may be asked for at any time: before there is a host, before the page can hear, and later.
let casePath = caseOfArguments(process.argv.slice(1), process.cwd())
let openCase = (path: string) => {
  casePath = path
}
let showWindow = () => {}
// On macOS the file that was double-clicked comes by this event, at times before the app is ready.
app.on('open-file', (event, path) => {
  event.preventDefault()
  openCase(path)
})
app.on('second-instance', (_event, _args, _folder, note) => {
  showWindow()
  const path = caseOfNote(note)
  if (path !== null) openCase(path)
})

if (app.requestSingleInstanceLock({ casePath } satisfies LaunchNote)) {
  // No await here: Electron is ready only once this module has run to its end.
  app.whenReady().then(start).catch(giveUp)
} else {
  app.quit()
}

async function start(): Promise<void> {
  fenceIn(session.defaultSession)
  const parser = makeParser({ start: utilityReader(utilityProcess.fork) })
  const report = (sentence: string) => console.error(sentence)
  const first = casePath
  const host = await openFirstCase({ profile, casePath: first, report, parser })
  const window = openWindow()
  const pathOfCase = async () => (await callHost(host)('case.info', {})).path
  const dialogs = openDialogs(window, profile, app.getPath('documents'), pathOfCase)
  const ipc = attachIpc(ipcMain, host, dialogs)
  joinWindow(window, ipc)
  openCase = (path) => void showCase(host, window, path)
  if (casePath !== null && casePath !== first) openCase(casePath)
  showWindow = () => {
    window.show()
    window.focus()
  }
  const run = (command: CommandId) => ipc.tell(window.webContents, { event: 'menu', value: { command } })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, run)))
  app.on('window-all-closed', () => app.quit())
  // Everything is on disk already; closing only lets go of the case in good order.
  app.on('will-quit', () => {
    host.close()
    parser.close()
  })
  await window.loadURL(appAddress)
  // From here on the window opens it, which knows whether a correction of a text is still to be finished.
  openCase = (path) => ipc.tell(window.webContents, { event: 'open-case', value: { path } })
}

function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    name: 'gainsay',
    title: 'Gainsay',
    width: 1360,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    windowStatePersistence: true,
    show: false,
    webPreferences: { ...pagePreferences, preload: getPreloadFile() },
  })
  window.once('ready-to-show', () => window.show())
  return window
}

function joinWindow(window: BrowserWindow, ipc: IpcAdapter): void {
  const contents = window.webContents
  const { id } = contents
  holdInPlace(contents)
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) ipc.connect(contents)
  })
  contents.once('destroyed', () => ipc.disconnect(id))
  // The page holds on to a correction that is not finished; only the person lets it go.
  contents.on('will-prevent-unload', (event) => {
    if (mayDiscard(window)) event.preventDefault()
  })
}

function mayDiscard(window: BrowserWindow): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: 'The correction of a text is not finished.',
    detail: 'What you typed is kept only once it is finished.',
    buttons: ['Go on correcting', 'Discard it'],
    defaultId: 0,
    cancelId: 0,
  })
  return choice === 1
}

/** No way out of the page: no navigation, no redirect, no new window, no embedded page. */
function holdInPlace(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!isAllowedFrame(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** The session serves the built page and refuses every permission and every other request. */
function fenceIn(own: Session): void {
  const files = openStaticFiles(getRendererFolder())
  own.protocol.handle(appScheme, (request) => {
    const url = new URL(request.url)
    if (!isAllowedRequest(url.href)) return new Response(null, { status: 404 })
    const { status, headers, body } = files.answer(url.pathname, null)
    return new Response(body, { status, headers })
  })
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url) }))
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  own.setSpellCheckerEnabled(false)
}

async function showCase(host: Host, window: BrowserWindow, path: string): Promise<void> {
  try {
    await callHost(host)('case.open', { path })
  } catch (error) {
    await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The case was not opened.',
      detail: toWireError(error).message,
    })
  }
}

function giveUp(error: unknown): void {
  const sentence = toWireError(error).message
  if (!(error instanceof GainsayError)) console.error(error)
  dialog.showErrorBox('Gainsay could not be opened.', sentence)
  app.exit(1)
}
