/**
 * Branded identifiers. An id is a short prefix that names the record type and
 * a random tail made by the host; nothing else may be read out of it.
 */
import { z } from 'zod'

const idSchema = <const Prefix extends string>(prefix: Prefix) =>
  z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{6,32}$`))

/** An imported document. */
export const articleIdSchema = idSchema('art').brand<'ArticleId'>()
export type ArticleId = z.infer<typeof articleIdSchema>

/** The imported bytes of one file. */
export const sourceIdSchema = idSchema('src').brand<'SourceId'>()
export type SourceId = z.infer<typeof sourceIdSchema>

/** One immutable version of an article's text. */
export const revisionIdSchema = idSchema('rev').brand<'RevisionId'>()
export type RevisionId = z.infer<typeof revisionIdSchema>

/** One tagged passage. */
export const annotationIdSchema = idSchema('ann').brand<'AnnotationId'>()
export type AnnotationId = z.infer<typeof annotationIdSchema>

/** One typed, directed relation between two annotations. */
export const linkIdSchema = idSchema('lnk').brand<'LinkId'>()
export type LinkId = z.infer<typeof linkIdSchema>

/** A person, office, organisation or place that speaks or acts. */
export const actorIdSchema = idSchema('act').brand<'ActorId'>()
export type ActorId = z.infer<typeof actorIdSchema>

/** What the analyst settled about a thread by hand. */
export const threadIdSchema = idSchema('thr').brand<'ThreadId'>()
export type ThreadId = z.infer<typeof threadIdSchema>

/** The prefix of each id, by the type of what it names. */
export const idPrefixes = {
  article: 'art',
  source: 'src',
  revision: 'rev',
  annotation: 'ann',
  link: 'lnk',
  actor: 'act',
  thread: 'thr',
} as const

/** The branded id type of each thing that has one. */
export type IdOf = {
  article: ArticleId
  source: SourceId
  revision: RevisionId
  annotation: AnnotationId
  link: LinkId
  actor: ActorId
  thread: ThreadId
}
