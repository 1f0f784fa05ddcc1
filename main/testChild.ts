/**
 * Another process for the tests of locking, crashing and permissions:
 *   try PATH           opens the case and prints `opened` or the code of the error
 *   unprivileged PATH  the same as a user who owns nothing
 *   hold PATH          opens it, prints `opened` and waits to be killed
 *   burst PATH ID      tags passages of the article for ever and prints each answered id
 */
import { writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { toWireError } from '../app/errors.ts'
import { articleIdSchema } from '../app/ids.ts'
import { callHost } from './callHost.ts'
import { openHost } from './host.ts'

const [mode, casePath, articleId] = process.argv.slice(2)
if (casePath === undefined) throw new Error('A path is needed.')
const say = (line: string) => writeSync(1, `${line}\n`)

if (mode === 'unprivileged') {
  // Loads the native module while it can still be read.
  new Database(':memory:').close()
  if (process.getuid?.() === 0) process.setuid?.(65_534)
}
try {
  const host = openHost({ casePath, profile: null, create: mode === 'unprivileged' })
  say('opened')
  if (mode === 'hold') setInterval(() => undefined, 1000)
  else if (mode === 'burst') {
    const call = callHost(host)
    const id = articleIdSchema.parse(articleId)
    for (let number = 0; ; number += 1) {
      const start = number % 40
      const segments = [{ start, end: start + 20 }]
      const fields = { speaker: `Speaker ${number % 7}` }
      const made = await call('annotation.create', { articleId: id, kind: 'claim', segments, fields })
      say(made.id)
      if (number % 5 === 4) await call('history.undo', {}).then(() => say(`undone ${made.id}`))
    }
  } else host.close()
} catch (error) {
  say(toWireError(error).code)
}
