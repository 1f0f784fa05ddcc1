/**
 * Runs in a thread of its own beside a reader, and ends the process when it takes more
 * memory than it was given. A parser in a loop hears of nothing, and the limits of V8 hold
 * for its heap only, not for arrays; what the process has in all is seen from here. Where
 * the host is gone meanwhile, a parser that hangs would stay behind: it is ended as well.
 */
import { workerData } from 'node:worker_threads'

const most = Number(workerData) * 1024 * 1024
/** Milliseconds between two looks; arrays are filled at some hundred megabytes in that time. */
const every = 50
const parent = process.ppid

setInterval(() => {
  if (process.memoryUsage.rss() > most || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, every)
