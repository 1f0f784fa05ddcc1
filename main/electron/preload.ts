/** The one bridge into the sandboxed page: calls, messages and two dialogs; nothing of Electron or Node. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { GainsayBridge } from '../../app/bridge.ts'
import type { Message } from '../../app/contract.ts'
import { channels } from './channels.ts'

const bridge: GainsayBridge = {
  send: (request) => ipcRenderer.send(channels.request, request),
  onMessage(listener) {
    const hear = (_event: IpcRendererEvent, message: Message) => listener(message)
    ipcRenderer.on(channels.message, hear)
    return () => void ipcRenderer.off(channels.message, hear)
  },
  chooseCase: (mode) => ipcRenderer.invoke(channels.chooseCase, mode),
  saveFile: (file) => ipcRenderer.invoke(channels.saveFile, file),
  platform: process.platform,
}

contextBridge.exposeInMainWorld('gainsayBridge', bridge)
