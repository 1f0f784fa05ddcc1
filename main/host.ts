/**
 * The host: one open case behind one door. It knows nothing of windows, sockets or
 * Electron; the shells, the command line and the tests all hold one of these.
 *
 * Events reach listeners before the reply to the call that caused them.
 */
import { existsSync } from 'node:fs'
import type { HostEvent, Reply } from '../app/contract.ts'
import { GainsayError } from '../app/errors.ts'
import { defaultSettings, type Settings } from '../app/inputForms.ts'
import type { CaseInfo } from '../app/results.ts'
import { describeFault } from '../db/faults.ts'
import { type CaseFile, createCaseFile, openCaseFile } from '../db/open.ts'
import { dispatch } from './dispatch.ts'
import type { Context } from './handlers.ts'
import { makeImportDesk } from './import/importDesk.ts'
import { makeParser, type Parser } from './import/parser.ts'
import type { Profile } from './profile.ts'
import { makeRelatedDesk } from './related/relatedDesk.ts'
import { describeCase } from './services/cases.ts'

export type HostOptions = {
  /** The case to open. */
  readonly casePath: string
  /** Null where nothing is to be remembered: settings then last as long as the host. */
  readonly profile: Profile | null
  /** Whether to make the case when it is not there. */
  readonly create?: boolean
  /** Reads files for several hosts, which then leave it open; without it the host has its own. */
  readonly parser?: Parser
}

export type Host = {
  /** Answers one request; never rejects. */
  dispatch(request: unknown): Promise<Reply>
  /** Hears every event until the returned function is called. */
  subscribe(listener: (event: HostEvent) => void): () => void
  /** Closes the case and gives it free; calls after it are refused. */
  close(): void
}

/** Opens a case and stands ready. @throws GainsayError when the case cannot be had. */
export function openHost(options: HostOptions): Host {
  const { casePath, profile, create = false } = options
  const remember = (opened: CaseFile): CaseFile => {
    try {
      profile?.rememberCase(opened.path)
      return opened
    } catch (error) {
      // Nobody holds the case if this fails, so it must not stay locked.
      opened.close()
      throw describeFault(error, 'The list of known cases') ?? error
    }
  }
  let file = remember(create && !existsSync(casePath) ? createCaseFile(casePath) : openCaseFile(casePath))
  let ownSettings = defaultSettings
  let closed = false
  const parser = options.parser ?? makeParser()
  const desk = makeImportDesk()
  const listeners = new Set<(event: HostEvent) => void>()

  const publish = (event: HostEvent) => {
    if (event.event === 'committed') quietly(() => related.follow(event.value))
    for (const listener of [...listeners]) quietly(() => listener(event))
  }
  const related = makeRelatedDesk({
    onProgress: (value) => publish({ event: 'relating', value }),
  })
  const getSettings = () => profile?.getSettings() ?? ownSettings
  const setSettings = (patch: Partial<Settings>) => {
    if (profile !== null) return profile.setSettings(patch)
    ownSettings = { ...ownSettings, ...patch }
    return ownSettings
  }
  const switchTo = (next: CaseFile): CaseInfo => {
    remember(next)
    related.reset()
    file.close()
    file = next
    const info = describeCase(next)
    publish({ event: 'case-opened', value: info })
    return info
  }
  const getContext = (): Context => {
    if (closed)
      throw new GainsayError('disconnected', 'The case has been closed. Start Gainsay again to go on.')
    const mine = file
    return {
      file: mine,
      db: mine.db,
      profile,
      publish,
      parse: parser.parse,
      desk,
      related,
      assertStillOpen() {
        if (closed || file !== mine) {
          throw new GainsayError('cancelled', 'The case was closed meanwhile. Nothing was changed in it.')
        }
      },
      switchTo,
      getSettings,
      setSettings,
    }
  }

  return {
    dispatch: (request) => dispatch(request, getContext),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      if (closed) return
      closed = true
      desk.cancelAll()
      related.reset()
      listeners.clear()
      if (options.parser === undefined) parser.close()
      file.close()
    },
  }
}

/** What was committed is committed; the fault of one who hears of it is its own and must not turn the reply into an error. */
function quietly(hear: () => void): void {
  try {
    hear()
  } catch (error) {
    console.error(error)
  }
}
