/**
 * Where the app's own files lie, settled in this one place: beside the package.json
 * above this code, in the checkout, in the build (dist/main) and in the packed archive.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that holds the app's package.json. */
export function getAppFolder(from: string = import.meta.dirname): string {
  let folder = from
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`No package.json above ${from}.`)
    folder = parent
  }
  return folder
}

/** The folder of the built renderer. */
export const getRendererFolder = () => join(getAppFolder(), 'dist', 'renderer')

/** The folder of the sample articles. */
export const getSeedsFolder = () => join(getAppFolder(), 'seeds')

/** The bundled preload script of the Electron shell. */
export const getPreloadFile = () => join(getAppFolder(), 'dist', 'main', 'preload.cjs')
