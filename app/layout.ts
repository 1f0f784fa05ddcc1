/**
 * How the analyst left the compare view: kept with the case, so that it stands as it
 * was at the next start, on any machine. It is no step of the analysis: it is not in
 * the journal, is not undone, and no record depends on it.
 */
import { z } from 'zod'
import { articleIdSchema } from './ids.ts'

/** The most columns that stand side by side. */
export const mostColumns = 4

export const layoutSchema = z.strictObject({
  /** From left to right; each article once. */
  columns: z
    .array(
      z.strictObject({
        articleId: articleIdSchema,
        /** How much of the width it has, beside the shares of the others; null where nobody sized it. */
        share: z.number().positive().max(100_000).nullable(),
        /** Offset of the text at the top of its window, UTF-16 code units; 0 where its head is seen. */
        place: z.int().nonnegative(),
      }),
    )
    .max(mostColumns),
  /** Index of the column that keys act on. */
  active: z.int().min(0).max(mostColumns),
})

/** How the compare view was left. */
export type Layout = z.infer<typeof layoutSchema>
