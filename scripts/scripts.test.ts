/** The scripts on a checkout made up for the test, whose npm, vite and test runners are a few lines each. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const here = import.meta.dirname
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gainsay-scripts-'))
  cpSync(here, join(root, 'scripts'), { recursive: true })
  cpSync(
    join(here, '..', 'main', 'browser', 'findBrowser.ts'),
    join(root, 'main', 'browser', 'findBrowser.ts'),
  )
  put('package.json', JSON.stringify({ name: 'made-up', type: 'module' }))
  put('app/model.ts', 'one')
  put('renderer/main.tsx', 'one')
  for (const target of ['main', 'preload', 'renderer']) put(`vite.${target}.config.ts`, '')
  lock('1.0.0')
  put(
    'npm.cjs',
    `require('fs').appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n')
require('fs').copyFileSync('package-lock.json', 'node_modules/.package-lock.json')`,
  )
  install()
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')

function lock(version: string) {
  const packages = {
    '': {},
    'node_modules/one': { version },
    'node_modules/elsewhere': { version, optional: true },
  }
  put('package-lock.json', JSON.stringify({ packages }))
}

function program(name: string, bin: string, code: string) {
  put(`node_modules/${name}/package.json`, JSON.stringify({ bin: { [bin]: 'run.cjs' } }))
  put(`node_modules/${name}/run.cjs`, code)
}

function install() {
  put(
    'node_modules/.package-lock.json',
    JSON.stringify({ packages: { 'node_modules/one': { version: '1.0.0' } } }),
  )
  mkdirSync(join(root, 'node_modules', 'node', 'bin'), { recursive: true })
  symlinkSync(process.execPath, join(root, 'node_modules', 'node', 'bin', 'node'))
  program(
    'vite',
    'vite',
    `const fs = require('fs'), config = process.argv.at(-1)
fs.appendFileSync('vite.log', config + '\\n')
console.log('vite talks')
if (fs.existsSync('broken')) process.exit(1)
fs.mkdirSync(config.includes('renderer') ? 'dist/renderer' : 'dist/main', { recursive: true })
if (config.includes('main')) fs.writeFileSync('dist/main/cli.js', 'console.log(JSON.stringify(process.argv.slice(2)))')`,
  )
}

/** Runs a script to its end, with the environment of an npm script. */
async function run(script: string, args: string[] = []) {
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], {
    cwd: root,
    env: {
      ...process.env,
      npm_execpath: join(root, 'npm.cjs'),
      npm_node_execpath: process.execPath,
      CHROME_PATH: process.execPath,
      INIT_CWD: root,
    },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const [status] = await once(child, 'close')
  return { status, stdout, stderr }
}

const builds = () => read('vite.log').split('\n').filter(Boolean)

describe('setting up', () => {
  test('builds once what the command needs, and leaves standard output to the command', async () => {
    for (const word of ['one', 'two'])
      expect(await run('gainsay.mjs', [word])).toMatchObject({ status: 0, stdout: `["${word}"]\n` })
    expect(builds()).toEqual(['vite.main.config.ts', 'vite.preload.config.ts'])
    expect(read('npm.log')).toBe('')
  })

  test('builds again when a source changes, and not when a test does', async () => {
    await run('gainsay.mjs')
    put('app/model.test.ts', 'new')
    put('renderer/main.tsx', 'not of this target')
    await run('gainsay.mjs')
    expect(builds()).toHaveLength(2)
    put('app/model.ts', 'two')
    await run('gainsay.mjs')
    expect(builds()).toHaveLength(4)
  })

  test('takes a build that failed for no build', async () => {
    put('broken', '')
    const failed = await run('gainsay.mjs')
    expect(failed).toMatchObject({ status: 1, stdout: '' })
    expect(failed.stderr).toContain('could not be built.')
    rmSync(join(root, 'broken'))
    expect(await run('gainsay.mjs')).toMatchObject({ status: 0, stdout: '[]\n' })
  })

  test('builds once when two commands start together', async () => {
    const both = await Promise.all([run('gainsay.mjs'), run('gainsay.mjs')])
    expect(both.map(({ status }) => status)).toEqual([0, 0])
    expect(builds()).toHaveLength(2)
  })

  test('does not wait for a build whose process is gone', async () => {
    put('dist/.building', '999999999')
    expect(await run('gainsay.mjs')).toMatchObject({ status: 0 })
  })

  test('installs by the lock file when it names something else than is there', async () => {
    lock('2.0.0')
    for (const _ of [1, 2]) expect(await run('gainsay.mjs')).toMatchObject({ status: 0, stdout: '[]\n' })
    expect(read('npm.log').split('\n').filter(Boolean)).toEqual([
      expect.stringMatching(/^ci .*--include=dev/),
    ])
  })
})

describe('the test command', () => {
  const vitestReport = (counts: object, status = 0) =>
    `const file = process.argv.find((arg) => arg.startsWith('--outputFile.json=')).split('=')[1]
require('fs').writeFileSync(file, ${JSON.stringify(JSON.stringify(counts))})
process.exit(${status})`
  const playwrightReport = (stats: object, status = 0) =>
    `require('fs').writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, ${JSON.stringify(
      JSON.stringify({
        stats,
        suites: [{ specs: [{ tests: [{ annotations: [{ type: 'skip', description: 'No binary.' }] }] }] }],
      }),
    )})
process.exit(${status})`

  beforeEach(() => {
    program('typescript', 'tsc', '')
    program('@biomejs/biome', 'biome', '')
    program(
      'vitest',
      'vitest',
      vitestReport({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }),
    )
    program(
      'playwright',
      'playwright',
      playwrightReport({ expected: 2, flaky: 1, unexpected: 0, skipped: 1 }),
    )
  })

  const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)

  test('runs every part and ends with the counts, each check being one', async () => {
    const { status, stdout } = await run('test.mjs')
    expect(lastLine(stdout)).toBe('10 passed, 0 failed, 1 skipped')
    expect(stdout).toContain('Skipped: No binary.')
    expect(status).toBe(0)
  })

  test('runs the others when one fails, and fails as a whole', async () => {
    program('typescript', 'tsc', 'process.exit(2)')
    program(
      'vitest',
      'vitest',
      vitestReport({ numPassedTests: 4, numFailedTests: 3, numPendingTests: 0, numTodoTests: 0 }, 1),
    )
    const { status, stdout } = await run('test.mjs')
    expect(lastLine(stdout)).toBe('8 passed, 4 failed, 1 skipped')
    expect(status).toBe(1)
  })

  test('counts a part that dies, finds nothing or cannot load a file as a failure', async () => {
    program('vitest', 'vitest', 'process.exit(139)')
    program(
      'playwright',
      'playwright',
      playwrightReport({ expected: 2, flaky: 0, unexpected: 0, skipped: 0 }, 1),
    )
    expect(lastLine((await run('test.mjs')).stdout)).toBe('4 passed, 2 failed')
    program(
      'vitest',
      'vitest',
      vitestReport({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }),
    )
    expect(lastLine((await run('test.mjs', ['unit'])).stdout)).toBe('0 passed, 1 failed')
  })

  test('counts a build that fails, and still runs what it can', async () => {
    put('broken', '')
    const { status, stdout } = await run('test.mjs')
    expect(lastLine(stdout)).toBe('10 passed, 1 failed, 1 skipped')
    expect(status).toBe(1)
  })

  test('runs the parts named, and refuses what it does not understand', async () => {
    expect(lastLine((await run('test.mjs', ['types', 'lint'])).stdout)).toBe('2 passed, 0 failed')
    expect(await run('test.mjs', ['everything'])).toMatchObject({ status: 1, stdout: '' })
  })
})
