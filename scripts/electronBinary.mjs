/**
 * Finds Electron's binary, or fetches it once as the electron package does. It comes
 * from a site that many locked-down networks refuse, so the try has a time limit, and
 * one that failed is remembered for a day.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, nodeBinary, root } from './setup.mjs'

const folder = join(root, 'node_modules', 'electron')
const failedTry = join(cacheFolder, 'electron-not-to-be-had')
const timeLimit = 20_000
const day = 24 * 60 * 60 * 1000

/** The binary, or null and the reason in a sentence. */
export async function findElectron() {
  const hindrance = whyNotHere()
  if (hindrance) return { binary: null, why: hindrance }
  const there = electronBinary()
  if (there) return { binary: there }
  const why = 'Electron is not installed and could not be downloaded.'
  if (existsSync(failedTry) && Date.now() - statSync(failedTry).mtimeMs < day) return { binary: null, why }
  await download()
  const fetched = electronBinary()
  if (fetched) {
    rmSync(failedTry, { force: true })
    return { binary: fetched }
  }
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(failedTry, '')
  return { binary: null, why }
}

/** The path of the installed binary, or null. */
export function electronBinary() {
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const place = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
  const binary = join(place, readFileSync(named, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

function whyNotHere() {
  if (process.platform !== 'linux') return null
  if (process.getuid() === 0) return 'Electron does not run as root.'
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no display for Electron.'
  return null
}

function download() {
  return new Promise((resolve) => {
    const child = spawn(nodeBinary(), [join(folder, 'install.js')], { cwd: root, stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), timeLimit)
    // Whether it worked is seen by whether the binary is there.
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    child.once('error', done)
    child.once('close', done)
  })
}
