/** The inside of a reader (see reader.ts): what it answers to the host, and the watch over its memory and time. */
import { constants, getPriority, setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ParseAnswer, ParseTask } from './parsed.ts'
import { getProgramUrl } from './programUrl.ts'
import { answerMessages, BytesInPieces, type ReaderInput, type ReaderMessage } from './readerMessages.ts'

/** How Electron's utility processes speak to the host; Node's have no such thing. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: ReaderMessage): void
}

/** What the watch beside a reader is given. */
export type ReaderWatch = {
  /** What the process may take in all, in megabytes. */
  readonly memory: number
  /** One cell: the processor time of this process at which its task's is up, in milliseconds; 0 between tasks. */
  readonly timeUp: Int32Array<SharedArrayBuffer>
}

/** Makes this process a reader. Its one argument is the memory it may take, in megabytes. */
export function serveReader(read: (task: ParseTask) => ParseAnswer | Promise<ParseAnswer>): void {
  const port = (process as { readonly parentPort?: ParentPort }).parentPort // there in Electron only
  const send = (message: ReaderMessage) =>
    new Promise<void>((sent) => {
      if (port === undefined) return process.send?.(message, () => sent())
      port.postMessage(message)
      sent()
    })
  const pieces = new BytesInPieces()
  const timeUp = new Int32Array(new SharedArrayBuffer(4))
  const take = async (message: unknown) => {
    const input = message as ReaderInput // nobody but the parser has the other end
    if ('piece' in input) return pieces.add(input)
    const { tasks, processorTime } = pieces.complete(input)
    const { user, system } = process.cpuUsage()
    Atomics.store(timeUp, 0, Math.ceil((user + system) / 1000 + processorTime))
    const answers: ParseAnswer[] = []
    // Files that came in one message lie in one buffer, which a parser may well take for itself.
    for (const task of tasks)
      answers.push(await read(tasks.length > 1 ? { ...task, bytes: new Uint8Array(task.bytes) } : task))
    Atomics.store(timeUp, 0, 0)
    for (const part of answerMessages(answers)) await send(part)
  }
  if (port === undefined) {
    process.on('message', (message) => void take(message))
    process.on('disconnect', () => process.exit())
  } else port.on('message', ({ data }) => void take(data))
  const watch: ReaderWatch = { memory: Number(process.argv[2]), timeUp }
  new Worker(getProgramUrl('readerWatch'), { workerData: watch })
  standBack()
  void send('ready')
}

/**
 * Whoever reads on the screen, and the host that answers, have the processor first; only what they
 * leave goes to the files. The watch was begun before, and keeps its place.
 */
function standBack(): void {
  setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))
}
