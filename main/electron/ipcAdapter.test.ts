import { expect, test } from 'vitest'
import { openTestHost } from '../testHost.ts'
import { channels } from './channels.ts'
import type { FrameLike } from './fence.ts'
import { attachIpc, type Dialogs } from './ipcAdapter.ts'
import { openTestContents, openTestIpc } from './testIpc.ts'

const ownPage: FrameLike = { origin: 'app://gainsay', parent: null }
const foreignPage: FrameLike = { origin: 'https://evil.example', parent: null }

function openAdapter(dialogs: Partial<Dialogs> = {}) {
  const ipc = openTestIpc()
  const testHost = openTestHost()
  const adapter = attachIpc(ipc.main, testHost.host, {
    chooseCase: async (mode) => `/${mode}.gainsay`,
    saveFile: async (file) => `/${file.name}`,
    ...dialogs,
  })
  return { ...testHost, ipc, adapter }
}

const setting = { event: 'settings', value: { theme: 'dark', textSize: 20, measure: 65 } }

test('a call is answered to the window it came from, and every window hears the event first', async () => {
  const { ipc, adapter } = openAdapter()
  const [one, two] = [openTestContents(1), openTestContents(2)]
  adapter.connect(one.contents)
  adapter.connect(two.contents)
  ipc.emit(channels.request, one.contents, ownPage, { id: 3, method: 'settings.set', input: {} })
  expect(await one.next(2)).toEqual([setting, { id: 3, ok: true, value: {} }])
  expect(two.sent).toEqual([setting])
})

test('calls of foreign pages, of frames within the page and of unknown windows are not answered', async () => {
  const { ipc, adapter } = openAdapter()
  const { contents, sent, next } = openTestContents(1)
  adapter.connect(contents)
  const call = { id: 1, method: 'settings.set', input: {} }
  ipc.emit(channels.request, contents, foreignPage, call)
  ipc.emit(channels.request, contents, { ...ownPage, parent: ownPage }, call)
  ipc.emit(channels.request, contents, null, call)
  ipc.emit(channels.request, openTestContents(9).contents, ownPage, call)
  ipc.emit(channels.request, contents, ownPage, { ...call, id: 2 })
  expect(await next(2)).toEqual([setting, { id: 2, ok: true, value: {} }])
  expect(sent).toHaveLength(2)
})

test('a page loaded again is another client: what the former asked is not answered to it', async () => {
  const { ipc, adapter, countListeners } = openAdapter()
  const { contents, next, sent } = openTestContents(1)
  adapter.connect(contents)
  ipc.emit(channels.request, contents, ownPage, { id: 1, method: 'unknown', input: {} })
  adapter.connect(contents)
  ipc.emit(channels.request, contents, ownPage, { id: 5, method: 'unknown', input: {} })
  expect(await next(1)).toMatchObject([{ id: 5, ok: false }])
  expect(sent).toHaveLength(1)
  expect(countListeners()).toBe(1)
  adapter.disconnect(1)
  expect(countListeners()).toBe(0)
})

test('nothing is sent to contents that are destroyed', () => {
  const { ipc, adapter } = openAdapter()
  const { contents, sent, destroy } = openTestContents(1)
  adapter.connect(contents)
  ipc.emit(channels.request, contents, ownPage, { id: 1, method: 'settings.set', input: {} })
  destroy()
  adapter.tell(contents, { event: 'menu', value: { command: 'palette' } })
  expect(sent).toEqual([setting])
})

test('dialogs open for the own page alone, and with what they understand', async () => {
  const { ipc } = openAdapter()
  const { contents } = openTestContents(1)
  const file = { name: 'report.html', mediaType: 'text/html', bytes: new Uint8Array([1]) }
  expect(await ipc.invoke(channels.chooseCase, contents, ownPage, 'create')).toBe('/create.gainsay')
  expect(await ipc.invoke(channels.saveFile, contents, ownPage, file)).toBe('/report.html')
  await expect(ipc.invoke(channels.chooseCase, contents, foreignPage, 'open')).rejects.toThrow(
    'Only the window of Gainsay may ask this.',
  )
  await expect(ipc.invoke(channels.saveFile, contents, null, file)).rejects.toThrow()
  await expect(ipc.invoke(channels.chooseCase, contents, ownPage, 'delete')).rejects.toThrow()
  await expect(ipc.invoke(channels.saveFile, contents, ownPage, { ...file, bytes: 'text' })).rejects.toThrow()
})
