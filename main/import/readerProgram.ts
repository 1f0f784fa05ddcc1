/** The inside of a reader (see reader.ts): what it answers to the host, and the watch over its memory. */
import { Worker } from 'node:worker_threads'
import type { ParseAnswer, ParseTask } from './parsed.ts'
import { getProgramUrl } from './programUrl.ts'
import type { ReaderMessage } from './reader.ts'

/** How Electron's utility processes speak to the host; Node's have no such thing. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: ReaderMessage): void
}

/** Makes this process a reader. Its one argument is the memory it may take, in megabytes. */
export function serveReader(read: (task: ParseTask) => ParseAnswer | Promise<ParseAnswer>): void {
  const port = (process as { readonly parentPort?: ParentPort }).parentPort // there in Electron only
  const send = (message: ReaderMessage) => {
    if (port === undefined) process.send?.(message)
    else port.postMessage(message)
  }
  const take = async (message: unknown) => {
    const tasks = message as readonly ParseTask[] // nobody but the parser has the other end
    const answers: ParseAnswer[] = []
    // Files that came in one message lie in one buffer, which a parser may well take for itself.
    for (const task of tasks)
      answers.push(await read(tasks.length > 1 ? { ...task, bytes: new Uint8Array(task.bytes) } : task))
    send(answers)
  }
  if (port === undefined) {
    process.on('message', (message) => void take(message))
    process.on('disconnect', () => process.exit())
  } else port.on('message', ({ data }) => void take(data))
  new Worker(getProgramUrl('memoryWatch'), { workerData: process.argv[2] })
  send('ready')
}
