/** Fills a case by the built browser shell, and tells how that went. */
import { setTimeout } from 'node:timers/promises'
import { makeImportWindow, mostUnderWay } from '../../app/importWindow.ts'
import { startShell } from '../harness/program.ts'
import type { MadeFile } from './madeFiles.ts'
import { type Taken, takenBy } from './processes.ts'
import { openSocketCaller } from './socketCaller.ts'

/** After how many articles memory is told. */
const stations = [1_000, 2_500, 5_000, 10_000]

/** What the processes had taken when so many files were done. */
export type Mark = { readonly done: number; readonly taken: Taken }

/** Imports the files as a window does, some calls in flight, and meanwhile asks a small command every 20 ms. */
export async function importAll(profile: string, path: string, files: readonly MadeFile[]) {
  const shell = await startShell(profile, path)
  const { call, close } = await openSocketCaller(shell.address)
  const outcomes = new Map<string, number>()
  const marks: Mark[] = []
  const underWay = makeImportWindow()
  let next = 0
  let done = 0
  let slowest = 0
  let running = true
  const send = async ({ name, text }: MadeFile) => {
    const bytes = Buffer.from(text).toString('base64')
    const result = await call('article.import', { name, origin: 'file', bytes })
    for (const { outcome } of result.outcomes) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  const watch = async () => {
    while (running) {
      const asked = performance.now()
      await call('case.info', {})
      slowest = Math.max(slowest, performance.now() - asked)
      await setTimeout(20)
    }
  }
  const work = async () => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      await underWay.enter(file.text.length)
      await send(file)
      underWay.leave(file.text.length)
      done += 1
      if (stations.includes(done) || done === files.length) marks.push({ done, taken: takenBy(shell.pid) })
    }
  }
  // The processes are started with the first files; that is no part of the rate.
  await Promise.all([0, 1].map((at) => send(makeFirst(at))))
  outcomes.clear()
  const before = takenBy(shell.pid)
  const watching = watch()
  const begun = performance.now()
  await Promise.all(Array.from({ length: mostUnderWay }, work))
  const rate = (files.length / (performance.now() - begun)) * 1000
  running = false
  await watching
  await close()
  await shell.stop()
  return { rate, slowest, before, marks, outcomes }
}

const makeFirst = (at: number): MadeFile => ({
  name: `first${at}.txt`,
  text: `The first file, number ${at}\n\nOfficials said on Monday that this was number ${at} of all.`,
})
