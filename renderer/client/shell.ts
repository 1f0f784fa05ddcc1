/**
 * What only a shell can do: native dialogs. In the browser shell a file is saved
 * as a download, and cases are chosen in Gainsay's own dialog.
 */
import type { GainsayBridge } from '../../app/bridge.ts'
import { bridgeTransport } from './bridgeTransport.ts'
import { socketTransport } from './socketTransport.ts'
import type { Transport } from './transport.ts'

export type SavedFile = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type Shell = {
  readonly kind: 'electron' | 'browser'
  readonly mac: boolean
  readonly transport: Transport
  /** A case file by native dialog, null when given up; `chooseCase` itself is null where the shell has no such dialog. */
  readonly chooseCase: ((mode: 'open' | 'create') => Promise<string | null>) | null
  /** Saves; where it went, or null when given up. */
  saveFile(file: SavedFile): Promise<string | null>
}

declare global {
  interface Window {
    readonly gainsayBridge?: GainsayBridge
  }
}

/** The shell this renderer runs in. */
export function currentShell(): Shell {
  const bridge = window.gainsayBridge
  if (bridge !== undefined) {
    return {
      kind: 'electron',
      mac: bridge.platform === 'darwin',
      transport: bridgeTransport(bridge),
      chooseCase: (mode) => bridge.chooseCase(mode),
      saveFile: (file) => bridge.saveFile(file),
    }
  }
  return {
    kind: 'browser',
    mac: navigator.userAgent.includes('Mac OS'),
    transport: socketTransport(`ws://${location.host}/socket`),
    chooseCase: null,
    saveFile: async (file) => {
      download(file)
      return file.name
    },
  }
}

function download(file: SavedFile): void {
  const address = URL.createObjectURL(new Blob([file.bytes], { type: file.mediaType }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = file.name
  anchor.click()
  // The download has taken hold of the blob once the current task is over.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
