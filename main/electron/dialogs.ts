/** The native open and save dialogs. */
import { basename, extname, join } from 'node:path'
import { type BrowserWindow, dialog, type FileFilter } from 'electron'
import { toWireError } from '../../app/errors.ts'
import { caseExtension, type Profile } from '../profile.ts'
import { writeOut } from '../writeOut.ts'
import type { Dialogs } from './ipcAdapter.ts'

const caseFilters: FileFilter[] = [{ name: 'Gainsay cases', extensions: [caseExtension.slice(1)] }]

/** The dialogs of a window. `casePath` tells where the open case lies, which nothing may be saved over. */
export function openDialogs(
  window: BrowserWindow,
  profile: Profile,
  documentsFolder: string,
  casePath: () => Promise<string>,
): Dialogs {
  return {
    async chooseCase(mode) {
      if (mode === 'open') {
        const chosen = await dialog.showOpenDialog(window, {
          title: 'Open a case',
          defaultPath: profile.casesFolder,
          filters: caseFilters,
          properties: ['openFile'],
        })
        return chosen.filePaths[0] ?? null
      }
      const chosen = await dialog.showSaveDialog(window, {
        title: 'New case',
        defaultPath: join(profile.casesFolder, `New case${caseExtension}`),
        filters: caseFilters,
      })
      return chosen.canceled ? null : chosen.filePath
    },
    async saveFile({ name, bytes }) {
      const extension = extname(name).slice(1)
      const chosen = await dialog.showSaveDialog(window, {
        // The name comes from the page; only its last part is a name.
        defaultPath: join(documentsFolder, basename(name)),
        ...(extension ? { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] } : {}),
      })
      if (chosen.canceled) return null
      try {
        writeOut(chosen.filePath, bytes, await casePath())
        return chosen.filePath
      } catch (error) {
        const detail = toWireError(error).message
        await dialog.showMessageBox(window, { type: 'error', message: 'The file was not saved.', detail })
        return null
      }
    },
  }
}
