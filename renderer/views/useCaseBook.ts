/** The case book as a component follows it. */
import { useParts, useRecords } from '../workspace/context.ts'
import { type CaseBook, caseBookOf } from './caseBook.ts'

/** Another one with every change of the records. */
export function useCaseBook(): CaseBook {
  const { records } = useParts()
  useRecords((store) => store.version())
  return caseBookOf(records)
}
