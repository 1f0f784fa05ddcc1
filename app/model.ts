/**
 * The records of a case, each as one schema from which its type is taken.
 *
 * Two sorts of thing are told apart:
 * - *records* (article, annotation, link, actor, thread) change, and change only by change sets;
 * - *material* (source file, revision) is written once and never altered, so change
 *   sets name it by id and the journal never holds a text twice.
 *
 * Offsets are UTF-16 code units into a revision's canonical text. The canonical
 * text is the text of ALL blocks, furniture too, joined by a blank line ("\n\n"):
 * folding or restoring furniture therefore never moves an offset, and a position
 * in the reader's ProseMirror document is always the offset plus one.
 */
import { z } from 'zod'
import {
  actorIdSchema,
  annotationIdSchema,
  articleIdSchema,
  linkIdSchema,
  revisionIdSchema,
  sourceIdSchema,
  threadIdSchema,
} from './ids.ts'
import {
  actorTypes,
  attributions,
  blockTypes,
  certainties,
  correctionStatuses,
  credibilities,
  creditRoles,
  furnitureReasons,
  recordFields,
  relations,
  reliabilities,
  revisionOrigins,
  stances,
} from './vocabulary.ts'

const offset = z.int().nonnegative()
/** A moment, ISO 8601 in UTC, as the host's clock gave it. */
const moment = z.iso.datetime()
const line = (most: number) => z.string().max(most)

/** Which column or field of a table or feed holds what; fields it does not have are absent. */
export const fieldMappingSchema = z.partialRecord(z.enum(recordFields), line(1024))
export type FieldMapping = z.infer<typeof fieldMappingSchema>

/**
 * One imported file as it was read; its bytes lie beside it in the case and are never
 * altered. Read in another way, the same bytes are another source file. Material.
 */
export const sourceFileSchema = z.strictObject({
  id: sourceIdSchema,
  /** The file's own name, without folders; `Pasted text` for a paste. */
  name: line(1024),
  origin: z.enum(['file', 'paste']),
  mediaType: line(255),
  /** Size in bytes. */
  size: z.int().nonnegative(),
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The encoding the text was decoded with, as the WHATWG names it; `binary` for formats that are no text. */
  encoding: line(64),
  /** False where the encoding is a guess that should be shown. */
  encodingSure: z.boolean(),
  /** Id of the import format it was read as, such as `html`. */
  format: line(32),
  /** Which column or field was read as what; null for formats without records. */
  mapping: fieldMappingSchema.nullable(),
  importedAt: moment,
})
export type SourceFile = z.infer<typeof sourceFileSchema>

/** One paragraph, heading, quote, list item or caption: a range of the canonical text. */
export const blockSchema = z.strictObject({
  type: z.enum(blockTypes),
  start: offset,
  end: offset,
  /** Heading level 1–6; null for all other types. */
  level: z.int().min(1).max(6).nullable(),
  /** Why the importer took it for furniture; null where it is the article's own text. */
  furniture: z.enum(furnitureReasons).nullable(),
  /** Page of the source it begins on, from 1; absent where the source has no pages. */
  page: z.int().positive().optional(),
})
export type Block = z.infer<typeof blockSchema>

/** One immutable version of an article's text. Material. */
export const revisionSchema = z.strictObject({
  id: revisionIdSchema,
  articleId: articleIdSchema,
  /** The file it was read from; for a correction, that of the text it corrects. */
  sourceId: sourceIdSchema,
  createdAt: moment,
  origin: z.enum(revisionOrigins),
  /** The revision it followed; null for the first. */
  baseId: revisionIdSchema.nullable(),
  /** Which article of its file it is, from 0, and how the file calls it; null where the file is one article. */
  part: z
    .strictObject({
      index: z.int().nonnegative(),
      name: line(1024),
      /** Name of the file within the file (an archive's entry, an attachment) that it was read from; absent: the file itself. */
      inside: line(1024).exactOptional(),
      /** Id of the format that the file itself was read as, where the article lay inside it; absent in cases of before. */
      outer: line(32).exactOptional(),
    })
    .nullable(),
  /** Sentences on what was doubtful when the file was read. */
  warnings: z.array(line(1024)).max(64),
  text: z.string(),
  /** In text order; they tile the text but for the separators. */
  blocks: z.array(blockSchema),
})
export type Revision = z.infer<typeof revisionSchema>

/** A date in EDTF (ISO 8601-2), such as `2011-05-02`, `2011-05`, `2011~`, `2011-05-02/2011-05-03`. */
const edtf = z.string().min(1).max(128)

/** A person credited for a part in the work other than the byline. */
export const creditSchema = z.strictObject({ role: z.enum(creditRoles), name: line(256) })
export type Credit = z.infer<typeof creditSchema>

/** What the story says of its own correction. */
export const correctionSchema = z.strictObject({
  status: z.enum(correctionStatuses),
  /** The notice's own words without its brackets; null where only a mark stands in the headline. */
  notice: line(4096).nullable(),
})
export type Correction = z.infer<typeof correctionSchema>

/** The part of an article that the importer proposes and the analyst may correct. */
export const metadataSchema = z.strictObject({
  headline: line(1024),
  /** True while the headline was made from the first sentence and nobody confirmed it. */
  headlineProposed: z.boolean(),
  publisher: line(256).nullable(),
  authors: z.array(line(256)).max(64),
  credits: z.array(creditSchema).max(64),
  /** The place the story is datelined, as printed. */
  dateline: line(256).nullable(),
  /** The date inside the dateline as printed (`May 30`); null where there is none. */
  datelineDate: line(64).nullable(),
  /** When it was published, EDTF; null where the file does not say. */
  published: edtf.nullable(),
  url: line(4096).nullable(),
  /** BCP 47 tag; null where it could not be told. */
  language: line(35).nullable(),
  correction: correctionSchema.nullable(),
})
export type Metadata = z.infer<typeof metadataSchema>

/** One imported document with its metadata. Record. */
export const articleSchema = metadataSchema.extend({
  id: articleIdSchema,
  revisionId: revisionIdSchema,
  /** The source of the current revision. */
  sourceId: sourceIdSchema,
  importedAt: moment,
  /** Indexes of blocks of the current revision whose furniture flag the analyst turned over, ascending. See `isFurniture`. */
  flippedBlocks: z.array(z.int().nonnegative()),
  /** The earliest article of the case whose text this one shares, from another publisher; see `sourceGroups`. */
  reprintOf: articleIdSchema.nullable(),
})
export type Article = z.infer<typeof articleSchema>

/** A range of the canonical text, `[start, end)`, in UTF-16 code units. */
export const rangeSchema = z.strictObject({ start: offset, end: offset })
export type Range = z.infer<typeof rangeSchema>

/**
 * One range of a passage with the words it was made on: a position selector
 * and a quote selector in one (W3C Web Annotation Data Model, 4.2.4 and 4.2.5).
 */
export const segmentSchema = rangeSchema.extend({
  exact: z.string().min(1),
  /** Up to 32 code units before and after, for finding the passage again. */
  prefix: line(64),
  suffix: line(64),
})
export type Segment = z.infer<typeof segmentSchema>

/** Fields of a claim. */
export const claimFieldsSchema = z.strictObject({
  speakerId: actorIdSchema.nullable(),
  attribution: z.enum(attributions).nullable(),
  certainty: z.enum(certainties).nullable(),
  /** What the claim is about, in the analyst's words. */
  about: line(1024),
  /** When it was said, EDTF. */
  said: edtf.nullable(),
})
export type ClaimFields = z.infer<typeof claimFieldsSchema>

/** Fields of a denial. */
export const denialFieldsSchema = z.strictObject({
  speakerId: actorIdSchema.nullable(),
  stance: z.enum(stances).nullable(),
  said: edtf.nullable(),
})
export type DenialFields = z.infer<typeof denialFieldsSchema>

/** Fields of an event. */
export const eventFieldsSchema = z.strictObject({
  title: line(1024),
  /** When it happened, EDTF. */
  when: edtf.nullable(),
  where: line(1024),
  participantIds: z.array(actorIdSchema).max(64),
})
export type EventFields = z.infer<typeof eventFieldsSchema>

const annotationBase = z.strictObject({
  id: annotationIdSchema,
  articleId: articleIdSchema,
  /** The revision whose text the segments lie in; see `needsReview`. */
  revisionId: revisionIdSchema,
  /** Whether the analyst decided to leave it on the older revision it lies in. */
  detached: z.boolean(),
  /** In text order, not overlapping, at least one. */
  segments: z.array(segmentSchema).min(1).max(64),
  note: line(20_000),
  labels: z.array(line(128)).max(64),
  reliability: z.enum(reliabilities).nullable(),
  credibility: z.enum(credibilities).nullable(),
  createdAt: moment,
  updatedAt: moment,
})

/** One tagged passage. Record. */
export const annotationSchema = z.discriminatedUnion('kind', [
  annotationBase.extend({ kind: z.literal('claim'), fields: claimFieldsSchema }),
  annotationBase.extend({ kind: z.literal('denial'), fields: denialFieldsSchema }),
  annotationBase.extend({ kind: z.literal('event'), fields: eventFieldsSchema }),
])
export type Annotation = z.infer<typeof annotationSchema>
export type Claim = Extract<Annotation, { kind: 'claim' }>
export type Denial = Extract<Annotation, { kind: 'denial' }>
export type EventAnnotation = Extract<Annotation, { kind: 'event' }>

/** A typed, directed relation between two annotations. Record. */
export const linkSchema = z.strictObject({
  id: linkIdSchema,
  fromId: annotationIdSchema,
  toId: annotationIdSchema,
  relation: z.enum(relations),
  note: line(20_000),
  createdAt: moment,
})
export type Link = z.infer<typeof linkSchema>

/** As many aliases as an actor may have, and as long a note as theirs, in UTF-16 code units. */
export const mostAliases = 64
export const mostOfNote = 20_000

/** A person, office, organisation or place that speaks or acts. Record. */
export const actorSchema = z.strictObject({
  id: actorIdSchema,
  name: line(256).min(1),
  type: z.enum(actorTypes).nullable(),
  aliases: z.array(line(256)).max(mostAliases),
  note: line(mostOfNote),
})
export type Actor = z.infer<typeof actorSchema>

/**
 * What the analyst settled about a thread by hand; the rest of a thread follows from
 * the links (see ledger/threads.ts). Record.
 */
export const threadSchema = z.strictObject({
  id: threadIdSchema,
  /** The analyst's title; empty where the leading statement gives it. */
  title: line(512),
  /** Annotations held together whatever their links; the title goes with them. At least one. */
  memberIds: z.array(annotationIdSchema).min(1).max(10_000),
  /** Whether links between a member and any other annotation no longer join their threads. */
  apart: z.boolean(),
  createdAt: moment,
})
export type ThreadRecord = z.infer<typeof threadSchema>

/** Every type of record, in the order in which they may refer to each other. */
export const recordTypes = ['actor', 'article', 'annotation', 'link', 'thread'] as const
export type RecordType = (typeof recordTypes)[number]

/** The record of each type. */
export type RecordOf = {
  actor: Actor
  article: Article
  annotation: Annotation
  link: Link
  thread: ThreadRecord
}

/** The schema of each record type, for what comes back from disk. */
export const recordSchemas = {
  actor: actorSchema,
  article: articleSchema,
  annotation: annotationSchema,
  link: linkSchema,
  thread: threadSchema,
} as const
