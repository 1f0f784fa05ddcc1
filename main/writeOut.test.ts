import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeOut } from './writeOut.ts'

let folder: string
let casePath: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-out-'))
  casePath = join(folder, 'a.gainsay')
  writeFileSync(casePath, 'the case')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = new TextEncoder().encode('a report')

test('a file is written whole and takes the place of what was there', () => {
  const path = join(folder, 'report.html')
  writeFileSync(path, 'an older report')
  writeOut(path, bytes, casePath)
  expect(readFileSync(path, 'utf8')).toBe('a report')
  expect(readdirSync(folder).sort()).toEqual(['a.gainsay', 'report.html'])
})

test('a name as long as a name may be is no hindrance, in any script', () => {
  const path = join(folder, `${'报'.repeat(80)}.html`)
  writeOut(path, bytes, casePath)
  expect(readFileSync(path, 'utf8')).toBe('a report')
})

test('nothing takes the place of the case, of the files beside it, or of a link that leads there', () => {
  const link = join(folder, 'link.html')
  symlinkSync(casePath, link)
  for (const path of [casePath, `${casePath}-wal`, `${casePath}-journal`, link])
    expect(() => writeOut(path, bytes, casePath)).toThrow('That is the case itself')
  expect(readFileSync(casePath, 'utf8')).toBe('the case')
  expect(readdirSync(folder).sort()).toEqual(['a.gainsay', 'link.html'])
})

test('a folder that is missing is told, and nothing is left behind', () => {
  expect(() => writeOut(join(folder, 'none', 'report.html'), bytes, casePath)).toThrow(
    'its folder does not exist',
  )
  expect(readdirSync(folder)).toEqual(['a.gainsay'])
})
