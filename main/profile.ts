/**
 * What Gainsay keeps for a person on this machine beside the cases: the settings
 * and the list of cases opened. Two small JSON files, each written whole under
 * another name and then renamed, so that a crash leaves the old one or the new one.
 * A file that cannot be understood is moved aside, never overwritten, and the
 * defaults stand in.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { z } from 'zod'
import { defaultSettings, type Settings, settingsSchema } from '../app/inputForms.ts'
import type { KnownCase } from '../app/results.ts'
import { describeFault } from '../db/faults.ts'

/** The environment variable that names another folder for the profile. */
export const profileVariable = 'GAINSAY_PROFILE'

/** The extension of a case file, with its dot. */
export const caseExtension = '.gainsay'

const knownCaseSchema = z.object({ path: z.string().min(1), name: z.string(), openedAt: z.string() })
const knownCasesSchema = z.array(knownCaseSchema)

/** More than anyone looks through; older ones fall off the list, not off the disk. */
const mostKnownCases = 100

/** What Gainsay keeps for a person on this machine. */
export type Profile = {
  /** Absolute path of the folder everything here lies in. */
  readonly folder: string
  /** Where cases go that were given a name and no path. */
  readonly casesFolder: string
  getSettings(): Settings
  /** Changes what is given, on disk when it returns, and returns the whole. */
  setSettings(patch: Partial<Settings>): Settings
  /** The cases opened here, latest first; those whose file is gone are left out. */
  listCases(): KnownCase[]
  /** Puts a case at the head of the list. */
  rememberCase(path: string): void
}

/** The folder named by GAINSAY_PROFILE, or the one the operating system keeps for the person's data. */
export function defaultProfileFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment[profileVariable]
  return named ? resolve(named) : envPaths('Gainsay', { suffix: '' }).data
}

/** Opens the profile, making its folders if need be. @throws GainsayError when they cannot be made. */
export function openProfile(folder: string = defaultProfileFolder()): Profile {
  const casesFolder = join(folder, 'cases')
  makeFolders(folder, casesFolder)
  const settingsFile = join(folder, 'settings.json')
  const casesFile = join(folder, 'cases.json')

  const getSettings = () => readJson(settingsFile, settingsSchema, defaultSettings)
  const readCases = () => readJson<readonly KnownCase[]>(casesFile, knownCasesSchema, [])

  return {
    folder,
    casesFolder,
    getSettings,
    setSettings(patch) {
      const settings = settingsSchema.parse({ ...getSettings(), ...patch })
      writeFileAtomic(settingsFile, json(settings))
      return settings
    },
    listCases: () => readCases().filter((known) => existsSync(known.path)),
    rememberCase(path) {
      const absolute = resolve(path)
      const known = { path: absolute, name: caseName(absolute), openedAt: new Date().toISOString() }
      const others = readCases().filter((other) => other.path !== absolute)
      writeFileAtomic(casesFile, json([known, ...others].slice(0, mostKnownCases)))
    },
  }
}

// What an analyst reads is nobody else's business on a machine that others use too.
function makeFolders(folder: string, casesFolder: string): void {
  try {
    mkdirSync(casesFolder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const described = describeFault(error, `The folder of Gainsay’s own data, ${folder},`)
    throw described ?? error
  }
}

/** The name a case goes by: its file name without `.gainsay`. */
export function caseName(path: string): string {
  return basename(path, caseExtension)
}

/** Writes a file whole or not at all: under another name in the same folder, then renamed. The other name is no longer than a name may be. */
export function writeFileAtomic(path: string, content: string | Uint8Array): void {
  const draft = `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`
  const temporary = join(dirname(path), draft)
  try {
    writeFileSync(temporary, content, { flush: true })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

function readJson<T>(path: string, schema: z.ZodType<T>, fallback: T): T {
  if (!existsSync(path)) return fallback
  const read = schema.safeParse(parseOrUndefined(readFileSync(path, 'utf8')))
  if (read.success) return read.data
  renameSync(path, `${path}.broken`)
  return fallback
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Undefined fits no schema, so the caller takes the file for broken and moves it aside.
    return undefined
  }
}
