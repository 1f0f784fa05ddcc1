/**
 * `test` with an `app`: the real browser shell on a case of its own, open in Chromium.
 * A test fails on any console error, uncaught error or request to a foreign host.
 */
import { copyFileSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from 'playwright/test'
import { watchForFaults } from './faults.ts'
import { type RunningShell, type RunResult, root, runCli, startShell } from './program.ts'

/** Gainsay, open in a window, on a case of its own. */
export type App = {
  readonly page: Page
  readonly casePath: string
  /** A folder of the test's own, gone after it. */
  readonly folder: string
  /** The origin that is served now. */
  url(): string
  /** Closes Gainsay in good order; the case is free for others then. */
  stop(): Promise<void>
  /** Ends Gainsay as a power cut would. */
  kill(): Promise<void>
  /** Opens the case again, after closing it if need be. */
  restart(): Promise<void>
  /** Runs the command line. A case that is open in Gainsay is refused to it. */
  cli(...args: string[]): Promise<RunResult>
}

type Options = {
  /** An empty case, one with the sample articles alone, or the sample case of the first start. */
  sample: 'none' | 'bare' | 'annotated'
}

export const test = base.extend<Options & { app: App }, { bareCase: string }>({
  sample: ['none', { option: true }],
  // Imported once for all the tests that begin with it: reading three files takes longer than most of them.
  bareCase: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads off the pattern that nothing is wanted
    async ({}, use) => {
      const folder = makeFolder()
      const casePath = join(folder, 'Samples.gainsay')
      await importSamples(join(folder, 'profile'), casePath)
      await use(casePath)
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  app: async ({ page, context, sample, bareCase }, use) => {
    const folder = makeFolder()
    const profile = join(folder, 'profile')
    const casePath =
      sample === 'annotated'
        ? join(profile, 'cases', 'Sample case.gainsay')
        : join(folder, 'Test case.gainsay')
    let shell: RunningShell | null = null
    let origin = ''
    const faults = watchForFaults(context, (address) => address.host === new URL(origin).host)

    const leave = async (how: 'stop' | 'kill') => {
      // An open page would try to connect to a server that is gone, and say so in the console.
      await page.goto('about:blank')
      await shell?.[how]()
      shell = null
    }
    const start = async () => {
      shell = await startShell(profile, sample === 'annotated' ? null : casePath)
      origin = new URL(shell.address).origin
      await page.goto(shell.address)
      // Keys pressed before the window is there are lost, for a person too.
      await page.getByRole('list', { name: 'What the case holds' }).waitFor()
    }
    try {
      if (sample === 'bare') copyFileSync(bareCase, casePath)
      await start()
      await use({
        page,
        casePath,
        folder,
        url: () => origin,
        stop: () => leave('stop'),
        kill: () => leave('kill'),
        restart: async () => {
          await leave('stop')
          await start()
        },
        cli: (...args) => runCli(args, profile),
      })
      expect(faults).toEqual([])
    } finally {
      await leave('stop')
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

const makeFolder = () => realpathSync(mkdtempSync(join(tmpdir(), 'gainsay-e2e-')))

/** Makes a case of the sample articles alone. */
export async function importSamples(profile: string, casePath: string): Promise<void> {
  const seeds = join(root, 'seeds')
  const files = readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(seeds, name))
  const { status, stderr } = await runCli(['import', ...files, '--case', casePath], profile)
  if (status !== 0) throw new Error(`The samples were not imported: ${stderr}`)
}

export { expect }
