import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../app/inputForms.ts'
import { defaultProfileFolder, openProfile, writeFileAtomic } from './profile.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-profile-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a new profile has the default settings, a folder for cases and no cases', () => {
  const profile = openProfile(join(folder, 'new', 'profile'))
  expect(profile.getSettings()).toEqual(defaultSettings)
  expect(profile.casesFolder).toBe(join(folder, 'new', 'profile', 'cases'))
  expect(readdirSync(profile.casesFolder)).toEqual([])
  expect(profile.listCases()).toEqual([])
})

test('settings that were set are there when the profile is opened again', () => {
  expect(openProfile(folder).setSettings({ theme: 'dark' })).toEqual({ ...defaultSettings, theme: 'dark' })
  expect(openProfile(folder).setSettings({ measure: 70 })).toEqual({
    ...defaultSettings,
    theme: 'dark',
    measure: 70,
  })
  expect(openProfile(folder).getSettings()).toEqual({ ...defaultSettings, theme: 'dark', measure: 70 })
})

test('cases are listed latest first, once each, and without those whose file is gone', () => {
  const profile = openProfile(folder)
  const [first, second, gone] = ['first', 'second', 'gone'].map((name) => join(folder, `${name}.gainsay`))
  writeFileSync(first!, '')
  writeFileSync(second!, '')
  for (const path of [first!, second!, gone!, first!]) profile.rememberCase(path)
  const listed = openProfile(folder).listCases()
  expect(listed.map(({ path, name }) => ({ path, name }))).toEqual([
    { path: first, name: 'first' },
    { path: second, name: 'second' },
  ])
})

test('a broken file is kept aside and the defaults stand in', () => {
  writeFileSync(join(folder, 'settings.json'), '{"theme":')
  writeFileSync(join(folder, 'cases.json'), '{"not":"a list"}')
  const profile = openProfile(folder)
  expect(profile.getSettings()).toEqual(defaultSettings)
  expect(profile.listCases()).toEqual([])
  expect(readFileSync(join(folder, 'settings.json.broken'), 'utf8')).toBe('{"theme":')
  profile.setSettings({ textSize: 20 })
  expect(openProfile(folder).getSettings().textSize).toBe(20)
})

test('GAINSAY_PROFILE names another folder', () => {
  expect(defaultProfileFolder({ GAINSAY_PROFILE: folder })).toBe(folder)
  expect(defaultProfileFolder({})).toMatch(/Gainsay/i)
})

test('a folder that cannot be made is said in words', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => openProfile(join(folder, 'file', 'profile'))).toThrow(
    /^The folder of Gainsay’s own data, .*file/,
  )
})

test('nobody else may look into a new profile', () => {
  openProfile(join(folder, 'new'))
  const mode = statSync(join(folder, 'new')).mode & 0o077
  expect(process.platform === 'win32' ? 0 : mode).toBe(0)
})

test('a write that fails leaves the old file and nothing else', () => {
  const target = join(folder, 'taken')
  mkdirSync(join(target, 'inside'), { recursive: true })
  expect(() => writeFileAtomic(target, 'new')).toThrow()
  expect(readdirSync(folder)).toEqual(['taken'])
})
