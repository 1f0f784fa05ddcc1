/**
 * All records of a case. Those of a large one come in parts, so that neither side is
 * held up for long and others are answered in between. Parts that are read after a
 * commit hold it already; taking it in once more changes nothing.
 */
import type { Call } from './contract.ts'
import type { CaseRecords } from './results.ts'

/** Parts under way at a time: the host reads the next while the caller takes in the last. */
const mostUnderWay = 2

/** @returns the records with nothing left in `rest`; `counter` is that of the first part. Errors: those of the calls. */
export async function wholeRecords(call: Call): Promise<CaseRecords> {
  const first = await call('case.records', {})
  const parts: Pick<CaseRecords, 'annotations' | 'links'>[] = [first]
  let next = 0
  const work = async () => {
    for (let at = next++; at < first.rest.length; at = next++) {
      const part = first.rest[at]
      if (part !== undefined) parts[at + 1] = await call('case.recordsPart', part)
    }
  }
  await Promise.all(Array.from({ length: mostUnderWay }, work))
  return {
    ...first,
    annotations: parts.flatMap(({ annotations }) => annotations),
    links: parts.flatMap(({ links }) => links),
    rest: [],
  }
}
