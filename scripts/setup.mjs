/**
 * Sets up what the commands need: the dependencies by the lock file, and the build.
 * Plain Node 20 without dependencies, since this runs on a fresh clone. All it says
 * goes to standard error; standard output belongs to the commands.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The top of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where what was found out on this machine is kept; gone with node_modules. */
export const cacheFolder = join(root, 'node_modules', '.cache', 'gainsay')

export const say = (sentence) => process.stderr.write(`${sentence}\n`)

/** A trouble that a sentence explains; shown without a stack. */
export class SetupError extends Error {}

/** Runs a step of setting up; a trouble becomes its sentence and exit status 1. */
export async function main(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    say(error instanceof SetupError ? error.message : error.stack)
    process.exitCode = 1
  }
}

/** Runs a program to its end and returns its exit status; the terminal is its own. */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options })
    // Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
    const pass = (signal) => child.kill(signal)
    const ignore = () => {}
    process.on('SIGTERM', pass)
    process.on('SIGINT', ignore)
    child.once('error', reject)
    child.once('close', (status) => {
      process.off('SIGTERM', pass)
      process.off('SIGINT', ignore)
      resolve(status ?? 1)
    })
  })
}

// Setting up must leave standard output alone.
const quiet = { stdio: ['ignore', 2, 2] }

/** Installs by the lock file when what is installed is not what it names. */
export async function ensureInstalled() {
  if (!isInstalled()) {
    say('Installing the dependencies …')
    const [file, args] = npm()
    const status = await run(
      file,
      [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      quiet,
    )
    if (status !== 0) throw new SetupError('The dependencies could not be installed; npm said why above.')
  }
  nodeBinary()
}

function npm() {
  // Set by npm when it runs a script; the path of npm's own program.
  const own = process.env.npm_execpath
  if (own && /\.c?js$/.test(own)) return [process.env.npm_node_execpath ?? process.execPath, [own]]
  return process.platform === 'win32' ? ['cmd', ['/c', 'npm']] : ['npm', []]
}

/** Whether each package of the lock file is there in its version; npm notes what it installed. */
function isInstalled() {
  const noted = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.devOptional || installed[path]?.version === entry.version,
  )
}

/** The Node that Gainsay runs on: the one among the dependencies, whatever the machine has. */
export function nodeBinary() {
  const folder = join(root, 'node_modules', 'node')
  const own = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  // Its install script was not run (npm may be set up so); it does nothing but fetch the binary.
  spawnSync(process.execPath, [join(folder, 'installArchSpecificPackage.js')], { ...quiet, cwd: folder })
  if (existsSync(own)) return own
  throw new SetupError('Gainsay runs on Node 24, which could not be installed; install it and try again.')
}

/** The JavaScript file of an installed program, to be run by `nodeBinary()`. */
export function programOf(name, program = name) {
  const folder = join(root, 'node_modules', ...name.split('/'))
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[program])
}

const targets = {
  main: {
    sources: ['app', 'db', 'main', 'vite.main.config.ts', 'vite.preload.config.ts', 'package-lock.json'],
    configs: ['vite.main.config.ts', 'vite.preload.config.ts'],
    folder: join('dist', 'main'),
  },
  renderer: {
    sources: ['app', 'renderer', 'vite.renderer.config.ts', 'package-lock.json'],
    configs: ['vite.renderer.config.ts'],
    folder: join('dist', 'renderer'),
  },
}

/** Builds the targets whose sources are not those they were built from. */
export async function ensureBuilt(names = Object.keys(targets)) {
  if (names.every(isFresh)) return
  const unlock = await lockBuild()
  try {
    // Another process may have built them while this one waited.
    const stale = names.filter((name) => !isFresh(name))
    if (stale.length > 0) say(`Building ${stale.join(' and ')} …`)
    const outcomes = await Promise.allSettled(stale.map(build))
    const failure = outcomes.find(({ status }) => status === 'rejected')
    if (failure) throw failure.reason
  } finally {
    unlock()
  }
}

async function build(name) {
  const { configs, folder } = targets[name]
  const hash = hashOf(name)
  rmSync(stampOf(name), { force: true })
  for (const config of configs) {
    const args = [programOf('vite'), 'build', '--logLevel', 'warn', '-c', config]
    if ((await run(nodeBinary(), args, quiet)) !== 0) throw new SetupError(`${folder} could not be built.`)
  }
  writeFileSync(stampOf(name), hash)
}

const stampOf = (name) => join(root, 'dist', `.${name}-built-from`)

function isFresh(name) {
  const stamp = stampOf(name)
  const built = existsSync(join(root, targets[name].folder)) && existsSync(stamp)
  return built && readFileSync(stamp, 'utf8') === hashOf(name)
}

function hashOf(name) {
  const hash = createHash('sha256')
  for (const path of targets[name].sources.flatMap((source) => listFiles(join(root, source)))) {
    hash
      .update(`${relative(root, path).split(sep).join('/')}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const isSource = (name) => !/\.test\.tsx?$|\.md$/.test(name)
  return readdirSync(path)
    .filter(isSource)
    .sort()
    .flatMap((name) => listFiles(join(path, name)))
}

/** Waits until no other process builds here; returns what lets the next one in. */
async function lockBuild() {
  const lock = join(root, 'dist', '.building')
  mkdirSync(dirname(lock), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned(lock)) rmSync(lock, { force: true })
      else await wait(100)
    }
  }
}

function isAbandoned(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'))
    // Just made, its owner not yet written down.
    if (owner === 0) return Date.now() - statSync(lock).mtimeMs > 10_000
    process.kill(owner, 0)
    return false
  } catch (error) {
    // ENOENT: let go in the meantime. EPERM: it lives, as another user.
    return error.code === 'ESRCH'
  }
}
