/**
 * Which case a shell opens first: the one asked for, else the last one opened that is
 * still there and whole, else the sample case: the app's own sample articles, tagged
 * and linked through the same commands as any other case.
 *
 * The journal of the sample is then made one step, so that nobody undoes into half a
 * sample: one undo gives an empty case, one redo the sample again.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ChangeSet, joinSteps } from '../app/changes.ts'
import { GainsayError } from '../app/errors.ts'
import type { ArticleId } from '../app/ids.ts'
import { transaction } from '../db/connection.ts'
import { addStep, dropSteps, eachStep } from '../db/journal.ts'
import { openCaseFile } from '../db/open.ts'
import { annotateSample } from './annotateSample.ts'
import { callHost } from './callHost.ts'
import { now } from './clock.ts'
import { type Host, openHost } from './host.ts'
import type { Parser } from './import/parser.ts'
import { caseExtension, type Profile } from './profile.ts'
import { getSeedsFolder } from './resources.ts'

/** The sample case's file name in the folder for cases. */
export const sampleCaseFile = `Sample case${caseExtension}`

export type FirstCase = {
  readonly profile: Profile
  /** The case asked for; made, empty, where there is none. Null for the last one opened. */
  readonly casePath: string | null
  /** Hears, in a sentence, of a case that was passed over and why. */
  readonly report: (sentence: string) => void
  /** Reads files for the host, which leaves it open; without it the host has its own. */
  readonly parser?: Parser
}

/** Opens the host on the first case. Errors: those of opening a case. */
export async function openFirstCase({ profile, casePath, report, ...given }: FirstCase): Promise<Host> {
  if (casePath !== null) {
    const path = resolve(casePath)
    return openHost({ casePath: path, profile, create: !existsSync(path), ...given })
  }
  for (const known of profile.listCases()) {
    try {
      return openHost({ casePath: known.path, profile, ...given })
    } catch (error) {
      // A case that another window holds is the one the person means; any other trouble is passed over.
      if (!(error instanceof GainsayError) || error.code === 'case-open-elsewhere') throw error
      report(`${known.path}: ${error.message}`)
    }
  }
  return openHost({
    casePath: await makeSampleCase(profile, getSeedsFolder(), given.parser),
    profile,
    ...given,
  })
}

/**
 * Makes the sample case and returns its path. It is filled under another name first,
 * so that a sample case that is there is there whole; an older one is left alone.
 */
export async function makeSampleCase(
  profile: Profile,
  seedsFolder: string = getSeedsFolder(),
  parser?: Parser,
): Promise<string> {
  const path = freePath(profile.casesFolder)
  const workshop = mkdtempSync(join(profile.folder, 'sample-'))
  try {
    const draft = join(workshop, sampleCaseFile)
    // Without a profile, so that the draft does not appear among the person's cases.
    const host = openHost({ casePath: draft, profile: null, create: true, ...(parser && { parser }) })
    try {
      const articles = await importSeeds(host, seedsFolder)
      await annotateSample(callHost(host), articles, seedsFolder)
    } finally {
      host.close()
    }
    makeOneStep(draft)
    renameSync(draft, path)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
  return path
}

/** Imports the sample articles. @returns their ids by file name. */
async function importSeeds(host: Host, seedsFolder: string): Promise<ReadonlyMap<string, ArticleId>> {
  const call = callHost(host)
  const ids = new Map<string, ArticleId>()
  const names = readdirSync(seedsFolder).filter((name) => name.endsWith('.txt'))
  for (const name of names.toSorted()) {
    const bytes = readFileSync(join(seedsFolder, name)).toString('base64')
    const { outcomes } = await call('article.import', { name, origin: 'file', bytes, onSimilar: 'separate' })
    for (const outcome of outcomes) {
      if (outcome.outcome === 'refused') throw new GainsayError(outcome.error.code, outcome.error.message)
      if (outcome.outcome === 'imported') ids.set(name, outcome.article.id)
      else if (outcome.outcome === 'duplicate') ids.set(name, outcome.of.id)
    }
  }
  return ids
}

/** Puts one step that does the same in the place of all steps of a case that nobody has open. */
function makeOneStep(path: string): void {
  const file = openCaseFile(path)
  try {
    const changes = joinSteps([...eachStep(file.db)].flatMap((step): ChangeSet => step.changes))
    transaction(file.db, (db) => {
      dropSteps(db)
      addStep(db, now(), 'Make the sample case', changes, null)
    })
  } finally {
    file.close()
  }
}

function freePath(folder: string): string {
  const names = [
    sampleCaseFile,
    ...Array.from({ length: 99 }, (_, i) => `Sample case ${i + 2}${caseExtension}`),
  ]
  const free = names.map((name) => join(folder, name)).find((path) => !existsSync(path))
  if (free === undefined) throw new GainsayError('refused', `There are too many sample cases in ${folder}.`)
  return free
}
