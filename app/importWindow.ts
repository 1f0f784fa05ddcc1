/**
 * How much of an import may be under way at a time, for whoever sends files to the
 * host: many small files, so that the host can write them together, but few large
 * ones, since each lies in memory several times over.
 */

/** Most files under way at a time. */
export const mostUnderWay = 96
/** Most of them while somebody works in the window: a command waits for what was sent before it, and the window for the processor. */
export const mostBesideWork = 1
const mostBytesUnderWay = 24 * 1024 * 1024
/** From the fifth file on, most bytes in all: they come to the host in one go, and it answers nobody until it has taken them in. */
const few = 4
const mostBytesOfMany = 1024 * 1024
/** Of the first ones even less: a program that has just started takes several times as long for them. */
const firstBytesOfMany = 256 * 1024

export type ImportWindow = {
  /** Resolves when a file of that many bytes may be sent; a file that is larger than the bound goes alone. */
  enter(bytes: number): Promise<void>
  /** The file is done. */
  leave(bytes: number): void
}

/** A window through which files go in the order in which they ask; `mostFiles` is asked anew whenever one is done. */
export function makeImportWindow(
  mostFiles: () => number = () => mostUnderWay,
  mostBytes: number = mostBytesUnderWay,
): ImportWindow {
  const waiting: { readonly bytes: number; go(): void }[] = []
  let files = 0
  let total = 0
  let done = 0
  const admit = () => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const room = files < few ? mostBytes : Math.min(mostBytes, mostBytesOfMany, firstBytesOfMany + done)
      if (files > 0 && (files >= mostFiles() || total + next.bytes > room)) return
      waiting.shift()
      files += 1
      total += next.bytes
      next.go()
    }
  }
  return {
    enter: (bytes) =>
      new Promise((go) => {
        waiting.push({ bytes, go })
        admit()
      }),
    leave(bytes) {
      files -= 1
      total -= bytes
      done += bytes
      admit()
    },
  }
}
