/**
 * What the Electron shell lets through, as functions that need no Electron: the one
 * page, its requests, and messages from it alone.
 */

/** The scheme of the app's own pages. */
export const appScheme = 'app'
/** The origin of the one page. */
export const appOrigin = 'app://gainsay'
/** The address of the one page. */
export const appAddress = `${appOrigin}/`

/** The frame a message came from, as far as it is looked at. */
export type FrameLike = { readonly origin: string; readonly parent: unknown }

/** Whether a message comes from the top frame of the app's own page. Null: the frame is gone already. */
export function isTrustedFrame(frame: FrameLike | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin
}

/** Whether a request may be made at all: the app's own files, and bytes that are in the page already. */
export function isAllowedRequest(address: string): boolean {
  return (
    address.startsWith(appAddress) || address.startsWith(`blob:${appAddress}`) || address.startsWith('data:')
  )
}

/** Whether a frame may go to an address: only one within the page, to text that the page gives it. */
export function isAllowedFrame(address: string, isTopFrame: boolean): boolean {
  return !isTopFrame && address === 'about:srcdoc'
}

/** Chromium's switches that keep it from talking to anyone on its own account. */
export const offlineSwitches: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['no-proxy-server'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
]

/** How the page is run: as a web page with one bridge, and no more. */
export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries would be downloaded.
  spellcheck: false,
} as const
