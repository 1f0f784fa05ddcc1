/** What a host answers of a case, for tests of what follows it. */
import type { CaseInfo, CaseRecords } from '../../app/results.ts'

/** An empty case at this counter, but for what is given. */
export const info = (counter: number, more: Partial<CaseInfo> = {}): CaseInfo => ({
  path: '/a.gainsay',
  name: 'a',
  counter,
  articles: 0,
  annotations: { claim: 0, denial: 0, event: 0 },
  links: 0,
  history: { undo: null, redo: null },
  ...more,
})
/** Its records: none, but for those that are given. */
export const records = (counter: number, more: Partial<CaseRecords> = {}): CaseRecords => ({
  counter,
  annotations: [],
  links: [],
  actors: [],
  threads: [],
  articles: [],
  rest: [],
  ...more,
})
