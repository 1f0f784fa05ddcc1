import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defaultSettings } from '../app/inputForms.ts'
import { callHost } from './callHost.ts'
import { openHost } from './host.ts'
import { openProfile, type Profile } from './profile.ts'
import { importText, openTestCase, refusal, sampleText, type TestCase } from './testCase.ts'

let folder: string
let profile: Profile
let open: TestCase
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-host-'))
  profile = openProfile(folder)
  open = openTestCase(profile)
})
afterEach(() => {
  open.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a host without a case to open says so; with leave to make one it is made', async () => {
  const casePath = join(folder, 'new.gainsay')
  expect(() => openHost({ casePath, profile: null })).toThrow('is not there')
  const host = openHost({ casePath, profile: null, create: true })
  expect(await callHost(host)('case.info', {})).toEqual({
    path: casePath,
    name: 'new',
    counter: 0,
    articles: 0,
    annotations: { claim: 0, denial: 0, event: 0 },
    links: 0,
    history: { undo: null, redo: null },
  })
  host.close()
})

test('a new case takes the place of the open one, is remembered, and everybody hears of it', async () => {
  await importText(open.call, sampleText)
  open.events.length = 0
  const info = await open.call('case.create', { name: 'Kabul: 2011/talks?' })
  expect(info).toMatchObject({ name: 'Kabul 2011 talks', articles: 0 })
  expect(open.events).toEqual([{ event: 'case-opened', value: info }])
  expect((await open.call('case.list', {})).map((known) => known.name)).toEqual(['Kabul 2011 talks', 'test'])
  const back = await open.call('case.open', { path: open.path })
  expect(back).toMatchObject({ name: 'test', articles: 1 })
  const other = openHost({ casePath: info.path, profile: null })
  other.close()
})

test('a case that cannot be opened leaves the open one as it was', async () => {
  const bad = join(folder, 'bad.gainsay')
  writeFileSync(bad, 'not a case')
  const before = await open.call('case.info', {})
  expect((await refusal(open.call('case.open', { path: bad }))).code).toBe('not-a-case')
  expect((await refusal(open.call('case.create', { path: bad }))).code).toBe('refused')
  expect((await refusal(open.call('case.create', {}))).code).toBe('bad-input')
  expect((await refusal(open.call('case.create', { name: '///' }))).code).toBe('bad-input')
  expect(await open.call('case.info', {})).toEqual(before)
  expect(open.events).toEqual([])
  await importText(open.call, sampleText)
})

test('opening the case that is open changes nothing', async () => {
  expect(await open.call('case.open', { path: open.path })).toEqual(await open.call('case.info', {}))
  expect(open.events).toEqual([])
})

test('a case that was renamed while it is open is opened anew where it is now, with all that was saved', async () => {
  const { id } = await importText(open.call, sampleText)
  const moved = join(open.folder, 'moved.gainsay')
  renameSync(open.path, moved)
  expect((await refusal(open.call('article.remove', { ids: [id] }))).code).toBe('not-found')
  expect(await open.call('case.open', { path: moved })).toMatchObject({ path: moved, articles: 1 })
  await open.call('article.remove', { ids: [id] })
  expect(await open.call('case.check', {})).toMatchObject({ ok: true })
})

test('an import that is still being read when another case is opened goes to neither', async () => {
  const importing = refusal(importText(open.call, sampleText))
  const created = open.call('case.create', { name: 'other' })
  expect((await importing).code).toBe('cancelled')
  expect((await created).articles).toBe(0)
  expect((await open.call('case.info', {})).articles).toBe(0)
  expect((await open.call('case.open', { path: open.path })).articles).toBe(0)
})

test('settings are kept in the profile, or by the host alone, and everybody hears of them', async () => {
  const settings = { ...defaultSettings, theme: 'dark' as const }
  expect(await open.call('settings.set', { theme: 'dark' })).toEqual(settings)
  expect(open.events).toEqual([{ event: 'settings', value: settings }])
  expect(openProfile(folder).getSettings()).toEqual(settings)
  const alone = openTestCase()
  await alone.call('settings.set', { textSize: 22 })
  expect(await alone.call('settings.get', {})).toEqual({ ...defaultSettings, textSize: 22 })
  alone.close()
})

test('a listener that has left hears nothing more', async () => {
  const heard: string[] = []
  const leave = open.host.subscribe((event) => heard.push(event.event))
  await open.call('settings.set', { theme: 'dark' })
  leave()
  await open.call('settings.set', { theme: 'light' })
  expect(heard).toEqual(['settings'])
})

test('a report leads from the chosen articles to the far ends of their links', async () => {
  const first = await importText(open.call, sampleText)
  const second = await importText(
    open.call,
    'Officials speak of peace\n\nISLAMABAD (Dawn) - The foreign minister said on Friday that peace was near and that all would gain.\n',
  )
  const claim = await open.call('annotation.create', {
    articleId: first.id,
    kind: 'claim',
    segments: [{ start: 40, end: 90 }],
  })
  await open.call('annotation.create', {
    articleId: second.id,
    kind: 'denial',
    segments: [{ start: 40, end: 90 }],
    fields: { speaker: 'The foreign minister' },
    link: { other: claim.id, relation: 'denies', newIs: 'from' },
  })
  for (const format of ['html', 'markdown'] as const) {
    const report = await open.call('report.render', { format, articleIds: [first.id] })
    expect(report.text).toContain('Ministers deny talks with rebels')
    expect(report.text).toContain('Officials speak of peace')
    expect(report.text).toContain('The foreign minister')
  }
  const missing = await refusal(
    open.call('report.render', { format: 'html', articleIds: ['art_zzzzzz' as never] }),
  )
  expect(missing.code).toBe('not-found')
})

test('where the list of known cases cannot be written, the case is not held and the open one stays', async () => {
  const full: Profile = {
    ...profile,
    rememberCase() {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    },
  }
  const casePath = join(folder, 'new.gainsay')
  expect(() => openHost({ casePath, profile: full, create: true })).toThrow('The disk is full.')
  let isFull = false
  const filling: Profile = { ...profile, rememberCase: (path) => isFull && full.rememberCase(path) }
  const host = openHost({ casePath, profile: filling })
  isFull = true
  const other = join(folder, 'other.gainsay')
  expect((await refusal(callHost(host)('case.create', { path: other }))).code).toBe('disk-full')
  expect((await callHost(host)('case.info', {})).path).toBe(casePath)
  openHost({ casePath: other, profile: null }).close()
  host.close()
})

test('a listener that fails does not turn a success into an error', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  open.host.subscribe(() => {
    throw new Error('of the listener')
  })
  expect(await open.call('settings.set', { theme: 'light' })).toEqual({ ...defaultSettings, theme: 'light' })
  expect(printed.mock.calls).toEqual([[new Error('of the listener')]])
  printed.mockRestore()
})
