import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStaticFiles } from './staticFiles.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-static-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'worker-1.js'), 'export {}')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what another build took away since the page was loaded is not there, and nothing breaks', () => {
  const files = openStaticFiles(folder)
  expect(files.answer('/assets/worker-1.js', null).status).toBe(200)
  rmSync(join(folder, 'assets'), { recursive: true })
  expect(files.answer('/assets/worker-1.js', null).status).toBe(404)
  rmSync(folder, { recursive: true })
  expect(files.answer('/', null).status).toBe(404)
})
