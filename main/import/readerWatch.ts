/**
 * Runs in a thread of its own beside a reader, and ends the process when it takes more
 * memory than it was given, or more of the processor's time than its task may. A parser
 * in a loop hears of nothing, and the limits of V8 hold for its heap only, not for
 * arrays; what the process has and spends in all is seen from here. Where the host is
 * gone meanwhile, a parser that hangs would stay behind: it is ended as well.
 */
import { workerData } from 'node:worker_threads'
import type { ReaderWatch } from './readerProgram.ts'

const { memory, timeUp } = workerData as ReaderWatch // given by readerProgram.ts alone
const most = memory * 1024 * 1024
/** Milliseconds between two looks; arrays are filled at some ten megabytes in that time. */
const every = 20
const parent = process.ppid

const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

setInterval(() => {
  if (process.memoryUsage.rss() > most || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  const until = Atomics.load(timeUp, 0)
  // The host tells the two by the signal.
  if (until > 0 && spent() > until) process.kill(process.pid, 'SIGTERM')
}, every)
