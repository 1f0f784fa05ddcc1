import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callHost } from './callHost.ts'
import { openFirstCase } from './firstCase.ts'
import { type Host, openHost } from './host.ts'
import { openProfile, type Profile } from './profile.ts'

let folder: string
let profile: Profile
let reported: string[]
const hosts: Host[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-first-'))
  profile = openProfile(join(folder, 'profile'))
  reported = []
})
afterEach(() => {
  for (const host of hosts.splice(0)) host.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(casePath: string | null = null) {
  const host = await openFirstCase({ profile, casePath, report: (sentence) => reported.push(sentence) })
  hosts.push(host)
  return callHost(host)('case.info', {})
}

const closeLast = () => hosts.pop()?.close()

test('the first start makes the sample case from the sample articles, and the next opens it again', async () => {
  const samplePath = join(profile.casesFolder, 'Sample case.gainsay')
  expect(await open()).toMatchObject({ path: samplePath, name: 'Sample case', articles: 3, links: 26 })
  closeLast()
  expect(await open()).toMatchObject({ path: samplePath, articles: 3 })
  expect(readdirSync(profile.casesFolder).filter((name) => name.endsWith('.gainsay'))).toHaveLength(1)
  expect(profile.listCases().map((known) => known.path)).toEqual([samplePath])
  expect(readdirSync(profile.folder).filter((name) => name.startsWith('sample-'))).toEqual([])
})

test('the sample case is one step of history, whole by its own check, and redo brings it back', async () => {
  await open()
  const call = callHost(hosts[0]!)
  const { counter: _, ...records } = await call('case.records', {})
  expect([records.annotations.length, records.links.length]).toEqual([38, 26])
  expect(records.actors.find((actor) => actor.name === 'Leon Panetta')?.aliases).toContain('Panetta')
  expect((await call('history.list', { limit: 10 })).map((step) => step.label)).toEqual([
    'Make the sample case',
  ])
  expect((await call('case.check', {})).problems).toEqual([])
  await call('history.undo', {})
  expect(await call('case.info', {})).toMatchObject({ articles: 0, links: 0, history: { undo: null } })
  await call('history.redo', {})
  const { counter: __, ...again } = await call('case.records', {})
  expect(again).toEqual(records)
  expect((await call('case.check', {})).problems).toEqual([])
})

test('a case asked for is opened, or made empty, and is the last one from then on', async () => {
  const path = join(folder, 'mine.gainsay')
  expect(await open(path)).toMatchObject({ path, articles: 0 })
  closeLast()
  expect(await open()).toMatchObject({ path })
  expect(existsSync(join(profile.casesFolder, 'Sample case.gainsay'))).toBe(false)
})

test('a last case that is gone or broken is passed over, and what is broken is said', async () => {
  for (const name of ['whole', 'broken', 'gone'])
    openHost({ casePath: join(folder, `${name}.gainsay`), profile, create: true }).close()
  writeFileSync(join(folder, 'broken.gainsay'), 'not a case')
  rmSync(join(folder, 'gone.gainsay'))
  expect(await open()).toMatchObject({ path: join(folder, 'whole.gainsay') })
  expect(reported).toHaveLength(1)
  expect(reported[0]).toContain('broken.gainsay')
})

test('a case that another holds is not replaced by a different one', async () => {
  const path = join(folder, 'mine.gainsay')
  await open(path)
  await expect(open()).rejects.toMatchObject({ code: 'case-open-elsewhere' })
})
