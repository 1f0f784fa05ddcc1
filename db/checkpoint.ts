/**
 * When what the write-ahead log holds is moved into the case file. SQLite would do it inside the
 * commit that makes the log long, which then takes twice as long as the others; here it has a turn
 * of its own, so that whoever waits is answered between the two. Until then the log is as safe as
 * the file: a commit is on disk in either.
 */
import type Database from 'better-sqlite3'

/** Pages of the log that are worth moving; SQLite's own number. */
const long = 1_000
/** From so many on it is done at once: the transactions follow each other without a turn between them. */
const tooLong = 16 * long

export type Checkpoints = {
  /** To be called after each commit. Never throws. */
  afterCommit(): void
  /** Moves all that is left: closing the connection would not do it where the file has another name by now. Never throws. */
  moveAll(): void
}

/** Takes the moving over from SQLite. */
export function makeCheckpoints(connection: Database.Database): Checkpoints {
  connection.pragma('wal_autocheckpoint = 0')
  // Tells how long the log is, and moves nothing.
  const look = connection.prepare<[], { log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)')
  let timer: NodeJS.Timeout | null = null
  const guarded = (work: () => void) => {
    try {
      work()
    } catch (error) {
      // Nothing is lost by it: the log keeps what it has, and the next commit tries again.
      console.error(error)
    }
  }
  const stop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const move = (how: 'PASSIVE' | 'TRUNCATE' = 'PASSIVE') => {
    stop()
    guarded(() => connection.pragma(`wal_checkpoint(${how})`))
  }
  const judge = () => {
    const { log = 0, checkpointed = 0 } = look.get() ?? {}
    const pages = log - checkpointed
    if (pages >= tooLong) move()
    // A timer and not an immediate: before the next immediate, messages that wait are taken in.
    else if (pages >= long) timer ??= setTimeout(() => move(), 0)
  }
  return { afterCommit: () => guarded(judge), moveAll: () => move('TRUNCATE') }
}
