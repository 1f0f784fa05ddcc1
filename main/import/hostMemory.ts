/** What the host takes, of what it and its readers may take together. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Megabytes from which it is worth holding up the host, for 50 to 200 ms, to have back what it no longer uses. */
const muchForHost = 300

/** What the host takes now, in megabytes: the bytes of files under way, and what came of them, are part of it. */
export const hostMemory = (): number => Math.ceil(process.memoryUsage.rss() / 1024 / 1024)

/**
 * The same, once the host has given back what it no longer uses. V8 lets hundreds of megabytes lie after
 * a long text went through the host, and the next file would be refused for want of them.
 */
export function hostMemoryInUse(): number {
  if (hostMemory() > muchForHost) collectGarbage()
  return hostMemory()
}

function collectGarbage(): void {
  // What Node's command line would expose; contexts that are made from then on have it.
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('globalThis.gc')
  // Otherwise it keeps the pages that it emptied for itself, two hundred megabytes after a feed of many entries.
  if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' })
}
