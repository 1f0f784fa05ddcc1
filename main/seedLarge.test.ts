import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { callHost } from './callHost.ts'
import { type Host, openHost } from './host.ts'
import { seedLarge } from './seedLarge.ts'

const folder = mkdtempSync(join(tmpdir(), 'gainsay-large-'))
let host: Host | null = null
afterEach(() => {
  host?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the large case is as large as it says and whole by its own check', async () => {
  const path = join(folder, 'large.gainsay')
  seedLarge(path, 60)
  host = openHost({ casePath: path, profile: null })
  const call = callHost(host)
  expect(await call('case.info', {})).toMatchObject({ articles: 60, links: 900 })
  expect((await call('case.records', {})).annotations).toHaveLength(600)
  expect(await call('case.check', {})).toMatchObject({ ok: true, problems: [] })
})
