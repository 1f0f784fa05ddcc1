/** What a program and the processes it started take; zeros where the system has no `/proc`. */
import { readFileSync } from 'node:fs'

/** Bytes in memory and milliseconds of processor time, of the program itself and of its children. */
export type Taken = {
  readonly memory: number
  readonly work: number
  readonly readers: { readonly memory: number; readonly work: number }
}

/** Linux counts processor time in hundredths of a second for whoever asks. */
const tick = 10

/** @param pid of the program */
export function takenBy(pid: number): Taken {
  const children = read(`/proc/${pid}/task/${pid}/children`)
    .trim()
    .split(' ')
    .filter((id) => id !== '')
    .map(Number)
  const each = children.map(own)
  const sum = (of: 'memory' | 'work') => each.reduce((all, one) => all + one[of], 0)
  return { ...own(pid), readers: { memory: sum('memory'), work: sum('work') } }
}

function own(pid: number) {
  // The program's name, in brackets, may hold blanks; the times stand 12 and 13 fields behind it.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
  const memory = Number(/VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
  return { memory, work: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * tick }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // No such system, or the process is gone.
    return ''
  }
}
