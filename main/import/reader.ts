/**
 * A process of its own that reads files, as the parser sees it. A thread would share the
 * host's memory: arrays lie outside the heap that a thread can be held to, and a file that
 * asks for ever more of them takes the whole program down. A process goes alone.
 *
 * What carries the messages differs by shell: Node's child processes here, Electron's
 * utility processes in `main/electron`, since the packaged Electron does not run as Node.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ParseAnswer } from './parsed.ts'
import {
  ArticlesInParts,
  orderMessages,
  type ReaderInput,
  type ReaderMessage,
  type ReaderOrder,
} from './readerMessages.ts'

/** A process that reads files; it has one task at a time. */
export type Reader = {
  /** Resolves once the process stands ready. Rejects with `ReaderEnded` where it ends before. */
  readonly ready: Promise<void>
  /** Has files read, an answer for each in their order. Rejects with `ReaderEnded` where the process ends over them. */
  read(order: ReaderOrder): Promise<ParseAnswer[]>
  /** Ends the process, whatever it is at. */
  end(): void
}

/** Which program to run, and what it may take: megabytes of heap, and of memory in all. */
export type ReaderSpace = { readonly program: URL; readonly heap: number; readonly memory: number }

export type StartReader = (space: ReaderSpace) => Reader

/** V8 aborts when its heap is full; our watch and the kernel kill. Nothing else in a reader does either. */
const memoryEnds = new Set<number | string>(['SIGABRT', 'SIGKILL', 'SIGTRAP', 'SIGILL', 134, 137])
/** How our watch ends a process whose time is up. */
const timeEnds = new Set<number | string>(['SIGTERM', 143])

/** The process ended before it had answered. */
export class ReaderEnded extends Error {
  /** For want of memory, of time, or for a reason of its own. */
  readonly want: 'memory' | 'time' | null
  constructor(how: number | string) {
    super(`The process that reads files ended: ${how}.`)
    this.want = memoryEnds.has(how) ? 'memory' : timeEnds.has(how) ? 'time' : null
  }
}

/** The way to a process, whatever started it. */
export type ReaderLine = {
  /** Resolves when the message has left, or can go no more. */
  send(message: ReaderInput): Promise<void>
  onMessage(listener: (message: ReaderMessage) => void): void
  /** `how` is a code of exit or the name of a signal. */
  onEnd(listener: (how: number | string) => void): void
  kill(): void
  /** Whether the program has to wait for this process before it may end. */
  hold(busy: boolean): void
}

/** The arguments that hold a process to its share. */
export const readerArguments = ({ heap, memory }: ReaderSpace) => ({
  // A young generation that grows with the work would be most of what two readers take. Readers give memory back by `gc`.
  node: [`--max-old-space-size=${heap}`, '--max-semi-space-size=4', '--expose-gc'],
  own: [String(memory)],
})

/** A reader at the end of a line. */
export function openReader(line: ReaderLine): Reader {
  let waiting: { resolve(answers: ParseAnswer[]): void; reject(error: Error): void } | null = null
  let ended: ReaderEnded | null = null
  const started = Promise.withResolvers<void>()
  // Whoever reads is told; a process that is ended while it starts has nobody waiting.
  started.promise.catch(() => {})
  const parts = new ArticlesInParts()
  line.onMessage((message) => {
    if (message === 'ready') return started.resolve()
    if ('articles' in message) return parts.add(message)
    line.hold(false)
    waiting?.resolve(parts.complete(message))
    waiting = null
  })
  line.onEnd((how) => {
    ended = new ReaderEnded(how)
    started.reject(ended)
    waiting?.reject(ended)
    waiting = null
  })
  const send = async (order: ReaderOrder) => {
    for (const message of orderMessages(order)) {
      if (ended !== null) return
      await line.send(message)
    }
  }
  return {
    ready: started.promise,
    read(order) {
      return new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended)
        waiting = { resolve, reject }
        line.hold(true)
        void send(order)
      })
    },
    end: () => line.kill(),
  }
}

/** Starts a reader as a child process of Node. */
export const forkReader: StartReader = (space) => {
  const { node, own } = readerArguments(space)
  const child = fork(fileURLToPath(space.program), own, {
    execArgv: node,
    serialization: 'advanced',
    // What parsers print of a file is of no use to anybody.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return openReader({
    // The channel of a process that is gone refuses; its end is told by `exit`.
    send: (message) => new Promise((sent) => void child.send(message, () => sent())),
    onMessage: (listener) => void child.on('message', (message) => listener(message as ReaderMessage)), // our own program's
    onEnd(listener) {
      child.on('exit', (code, signal) => listener(signal ?? code ?? 1))
      child.on('error', (error) => listener(error.message))
    },
    kill: () => void child.kill('SIGKILL'),
    hold(busy) {
      if (busy) {
        child.ref()
        child.channel?.ref()
      } else {
        child.unref()
        child.channel?.unref()
      }
    },
  })
}
