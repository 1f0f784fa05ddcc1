/**
 * What a report is of. Articles and threads narrow it together: it has the passages of the
 * chosen threads that stand in the chosen articles, and the articles in which these stand.
 * Threads are no records, so a thread is chosen by passages of it, and is followed wherever
 * links and names take them.
 */
import { z } from 'zod'
import { annotationIdSchema, articleIdSchema } from '../ids.ts'

export const reportScopeSchema = z.strictObject({
  /** In the order of the report; null for all. */
  articleIds: z.array(articleIdSchema).max(100_000).nullable(),
  /** The threads that these passages are in; passages that are gone are passed over. Absent for all. */
  threadsOf: z.array(annotationIdSchema).max(100_000).exactOptional(),
  /** Whether articles are printed whole, or only the blocks in which passages lie. Absent for whole. */
  wholeText: z.boolean().exactOptional(),
})
export type ReportScope = z.infer<typeof reportScopeSchema>
