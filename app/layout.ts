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
    .max(mostColumns)
    .refine(
      (columns) => new Set(columns.map(({ articleId }) => articleId)).size === columns.length,
      'An article stands in one column only',
    ),
  /** Index of the column that keys act on. */
  active: z.int().min(0).max(mostColumns),
})

/** How the compare view was left. */
export type Layout = z.infer<typeof layoutSchema>

/**
 * The columns that are kept, and which of them keys act on then: the same one or, where it goes itself,
 * the one that takes its place, the last where none does.
 */
export function keepColumns<T>(
  columns: readonly T[],
  active: number,
  keeps: (column: T, index: number) => boolean,
): { readonly columns: T[]; readonly active: number } {
  const kept = columns.filter(keeps)
  const before = columns.slice(0, active).filter(keeps).length
  return { columns: kept, active: Math.max(0, Math.min(before, kept.length - 1)) }
}
