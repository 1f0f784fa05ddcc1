/**
 * What the analyst says of a thread. Threads themselves are not stored: they are what
 * links join. A thread record holds only what cannot be told from links: a name, and
 * joins and cuts made by hand. It hangs on annotations (its anchors), not on a set of
 * members, so that links may merge and split threads under it and the name stays with
 * the statements it was given for. Two named threads that become one keep both names.
 */
import { z } from 'zod'
import { annotationIdSchema, linkIdSchema } from '../ids.ts'

/** Id of a thread record. */
export const threadIdSchema = z
  .string()
  .regex(/^thr_[0-9a-z]{6,32}$/)
  .brand<'ThreadId'>()
export type ThreadId = z.infer<typeof threadIdSchema>

/** A name and joins and cuts by hand. Record. */
export const threadSchema = z.strictObject({
  id: threadIdSchema,
  /** Null while only joins or cuts were made; the title is then made from the leading statement. */
  title: z.string().min(1).max(1024).nullable(),
  /** The statements the name was given for. Those that no link joins are joined by this record. */
  anchorIds: z.array(annotationIdSchema).min(1).max(1024),
  /** Links that stay as they are but do not hold the thread together: a split by hand. */
  cutLinkIds: z.array(linkIdSchema).max(4096),
  note: z.string().max(20_000),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type ThreadRecord = z.infer<typeof threadSchema>
