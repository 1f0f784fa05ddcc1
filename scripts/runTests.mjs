/**
 * Runs the parts of the test suite, each to its end whatever the others do, and ends
 * with one line that counts. A part that ends badly without a count counts as one failure.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTestChromium } from './findChromium.mjs'
import { ensureBuilt, main, nodeBinary, programOf, root, run, SetupError, say } from './setup.mjs'

const nothing = { passed: 0, failed: 0, skipped: 0 }

const parts = {
  types: async () => verdict(await runTool('typescript', 'tsc', ['--noEmit', '-p', 'tsconfig.json'])),
  lint: async () => verdict(await runTool('@biomejs/biome', 'biome', ['ci', '--colors=off', '.'])),
  unit: async (more) => {
    const report = reportFile('unit')
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...more]
    return counted(await runTool('vitest', 'vitest', args), report, (told) => ({
      passed: told.numPassedTests,
      failed: told.numFailedTests,
      skipped: told.numPendingTests + told.numTodoTests,
    }))
  },
  e2e: async (more) => {
    const report = reportFile('e2e')
    const env = {
      ...process.env,
      CHROME_PATH: await findTestChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }
    const args = ['test', '-c', join('e2e', 'playwright.config.ts'), '--reporter=list,json', ...more]
    return counted(await runTool('playwright', 'playwright', args, { env }), report, ({ stats, suites }) => {
      for (const reason of new Set(skipReasons(suites))) console.log(`Skipped: ${reason}`)
      return {
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        skipped: stats.skipped,
      }
    })
  },
}

const reports = mkdtempSync(join(tmpdir(), 'gainsay-tests-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
const reportFile = (part) => join(reports, `${part}.json`)

const verdict = (status) => ({ ...nothing, ...(status === 0 ? { passed: 1 } : { failed: 1 }) })

function counted(status, report, countIn) {
  const counts = existsSync(report) ? countIn(JSON.parse(readFileSync(report, 'utf8'))) : nothing
  // A file that could not be loaded, or a runner that died, is in no count.
  if (status !== 0 && counts.failed === 0) return { ...counts, failed: 1 }
  return status === 0 && counts.passed === 0 ? { ...counts, failed: counts.failed + 1 } : counts
}

function skipReasons(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations))
      .filter(({ type }) => type === 'skip')
      .map(({ description }) => description ?? 'no reason given'),
    ...skipReasons(inner),
  ])
}

function runTool(name, program, args, options) {
  return run(nodeBinary(), [programOf(name, program), ...args], options)
}

async function runPart(name, work, more) {
  console.log(`\n— ${name} —`)
  try {
    return await work(more)
  } catch (error) {
    say(error instanceof SetupError ? error.message : error.stack)
    return { ...nothing, failed: 1 }
  }
}

async function runAll(names, more) {
  const total = { ...nothing }
  const add = (counts) => {
    for (const key of Object.keys(total)) total[key] += counts[key]
  }
  const needsBuild = names.some((name) => name === 'unit' || name === 'e2e')
  if (needsBuild) {
    const built = await runPart('build', () => ensureBuilt().then(() => nothing))
    add(built)
  }
  for (const name of names) add(await runPart(name, parts[name], more))
  return total
}

await main(async () => {
  const args = process.argv.slice(2)
  const named = args.filter((arg) => arg in parts)
  const more = args.filter((arg) => !(arg in parts))
  if (more.length > 0 && (named.length !== 1 || !['unit', 'e2e'].includes(named[0])))
    throw new SetupError(`Not understood: ${more.join(' ')}. The parts are ${Object.keys(parts).join(', ')}.`)
  process.chdir(root)
  const { passed, failed, skipped } = await runAll(named.length > 0 ? named : Object.keys(parts), more)
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed > 0 ? 1 : 0
})
