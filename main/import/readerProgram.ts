/** The inside of a reader (see reader.ts): what it answers to the host, and the watch over its memory and time. */
import { constants, getPriority, setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ParseAnswer, ParseTask } from './parsed.ts'
import { getProgramUrl } from './programUrl.ts'
import {
  type ArticlesPart,
  answerMessages,
  BytesInPieces,
  lengthOf,
  type ReaderInput,
  type ReaderMessage,
  type ReaderOrder,
} from './readerMessages.ts'

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

const isPart = (message: ReaderMessage): message is ArticlesPart =>
  message !== 'ready' && 'articles' in message

/** How much text that was sent may still lie here, in UTF-16 code units. */
const mostKept = 16 * 1024 * 1024

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
    await handOver(await readAll(pieces.complete(input)))
  }
  const readAll = async ({ tasks, processorTime }: ReaderOrder): Promise<ParseAnswer[]> => {
    const { user, system } = process.cpuUsage()
    Atomics.store(timeUp, 0, Math.ceil((user + system) / 1000 + processorTime))
    const answers: ParseAnswer[] = []
    // Files that came in one message lie in one buffer, which a parser may well take for itself.
    for (const task of tasks)
      answers.push(await read(tasks.length > 1 ? { ...task, bytes: new Uint8Array(task.bytes) } : task))
    Atomics.store(timeUp, 0, 0)
    return answers
  }
  const handOver = async (answers: readonly ParseAnswer[]) => {
    let kept = mostKept
    for (const message of answerMessages(answers)) {
      // The host grows by what it is sent, so that is given back here, and first of all what the reading took.
      if (isPart(message) && kept >= mostKept) {
        globalThis.gc?.()
        kept = 0
      }
      await send(message)
      if (isPart(message)) kept += lengthOf(message.articles)
    }
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
