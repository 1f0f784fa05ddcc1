import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backUpCase } from './backup.ts'
import { listRows, transaction, write } from './connection.ts'
import { type CaseFile, createCaseFile, openCaseFile } from './open.ts'

let folder: string
let file: CaseFile
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-backup-'))
  file = createCaseFile(join(folder, 'a.gainsay'))
  transaction(file.db, (db) => write(db, 'UPDATE caseState SET counter = 42'))
})
afterEach(() => {
  file.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a copy made while the case is open is itself a case with the same content', () => {
  const target = join(folder, 'copy.gainsay')
  backUpCase(file.db, target)
  const copy = openCaseFile(target)
  expect(listRows(copy.db, 'SELECT counter FROM caseState')).toEqual([{ counter: 42 }])
  copy.close()
})

test('a copy never replaces a file, and a copy that fails leaves nothing behind', () => {
  const target = join(folder, 'copy.gainsay')
  writeFileSync(target, 'precious')
  expect(() => backUpCase(file.db, target)).toThrow('There is already a file')
  expect(() => backUpCase(file.db, join(folder, 'none', 'copy.gainsay'))).toThrow(
    /could not be read or written|is not there/,
  )
  file.close()
  expect(readdirSync(folder).sort()).toEqual(['a.gainsay', 'copy.gainsay'])
})
