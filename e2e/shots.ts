/**
 * Pictures of every view in light and dark, at two sizes, into dist/shots, for a person
 * to look at: of the sample case, of what lies over it (`over-…`: cards, menus, dialogs,
 * panels), of what comes in (`intake-…`), of a case that is hard on a layout (`hard-…`), of
 * an empty one (`empty-…`), and of a case of one's own (`own-…`). Ends with status 1 when
 * the page reports an error or a picture could not be come to.
 *
 * `node e2e/shots.ts [--case FILE] [part of a name …]`, after a build.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Call } from '../app/contract.ts'
import { openSocketCaller } from './bench/socketCaller.ts'
import { launchBrowser } from './harness/launchBrowser.ts'
import { root, startShell } from './harness/program.ts'
import { dialogShots } from './shots/dialogShots.ts'
import type { Shots } from './shots/go.ts'
import { fillHardCase } from './shots/hardCase.ts'
import { fillIntakeCase, intakeShots } from './shots/intakeShots.ts'
import { ofAny, ofEmpty, ofSample } from './shots/viewShots.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const
const themes = ['light', 'dark'] as const

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals: wanted } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { case: { type: 'string' } },
  })
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-shots-'))
  const target = join(root, 'dist', 'shots')
  mkdirSync(target, { recursive: true })
  const browser = await launchBrowser()
  let faults = 0
  /** `fillCase` fills the case before the window opens. */
  const pictures = async (
    prefix: string,
    casePath: string | null,
    shots: Shots,
    fillCase: ((call: Call) => Promise<void>) | null = null,
  ) => {
    const names = Object.keys(shots).map((name) => `${prefix}${name}`)
    if (wanted.length > 0 && !names.some((name) => wanted.some((part) => name.startsWith(part)))) return
    const profile = join(folder, `profile ${prefix}`)
    if (fillCase !== null) await fill(profile, casePath, fillCase)
    const shell = await startShell(profile, casePath)
    const page = await browser.newPage({ viewport: sizes[0] })
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return
      faults += 1
      console.error(`The console says: ${message.text()}`)
    })
    page.on('pageerror', (error) => {
      faults += 1
      console.error(error)
    })
    page.setDefaultTimeout(20_000)
    try {
      await page.goto(shell.address)
      await page.getByText('saved').first().waitFor()
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme })
        for (const size of sizes) {
          await page.setViewportSize(size)
          for (const [name, go] of Object.entries(shots)) {
            if (wanted.length > 0 && !wanted.some((part) => `${prefix}${name}`.startsWith(part))) continue
            try {
              await go(page)
            } catch (error) {
              faults += 1
              console.error(`${prefix}${name} at ${size.width}, ${theme}:`, error)
            }
            // What lies under the pointer looks otherwise.
            await page.mouse.move(1, 1)
            // Two frames on, whatever was asked for is drawn.
            await page.evaluate(
              () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
            )
            const path = join(target, `${prefix}${name}-${size.width}-${theme}.png`)
            await page.screenshot({ path, timeout: 30_000 })
          }
          await page.keyboard.press('Escape')
        }
      }
    } finally {
      await page.close()
      await shell.stop()
    }
  }
  try {
    if (values.case === undefined) {
      await pictures('', null, ofSample)
      await pictures('over-', null, dialogShots)
      await pictures('intake-', join(folder, 'intake.gainsay'), intakeShots, fillIntakeCase)
      await pictures('hard-', join(folder, 'hard.gainsay'), ofAny, fillHardCase)
      await pictures('empty-', join(folder, 'empty.gainsay'), ofEmpty)
    } else await pictures('own-', values.case, ofAny)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`The pictures are in ${target}.`)
  return faults > 0 ? 1 : 0
}

async function fill(
  profile: string,
  casePath: string | null,
  fillCase: (call: Call) => Promise<void>,
): Promise<void> {
  const shell = await startShell(profile, casePath)
  const caller = await openSocketCaller(shell.address)
  try {
    await fillCase(caller.call)
  } finally {
    await caller.close()
    await shell.stop()
  }
}

process.exitCode = await main(process.argv.slice(2))
