/** The case book as a component follows it. */
import { useEffect } from 'react'
import { useParts, useRecords } from '../workspace/context.ts'
import { type CaseBook, caseBookOf, fetchArticles } from './caseBook.ts'

/** Made anew with every change of the records; fetches the articles that the views name. */
export function useCaseBook(): CaseBook {
  const { records } = useParts()
  const version = useRecords((store) => store.version())
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the records may bring passages of other articles
  useEffect(() => fetchArticles(records), [records, version])
  return caseBookOf(records)
}
