/** The forms of input that methods of the contract share, with the bounds of what a person may give. */
import { z } from 'zod'
import { annotationIdSchema, revisionIdSchema } from './ids.ts'
import { actorSchema, articleSchema, blockSchema, fieldMappingSchema, metadataSchema } from './model.ts'
import { attributions, certainties, credibilities, relations, reliabilities, stances } from './vocabulary.ts'

/** No input at all. */
export const nothing = z.strictObject({})
/** A date as a person gives it; whether it can be read is for the service to say. */
export const edtf = z.string().min(1).max(128)
/** An actor by name. */
export const actorName = z.string().trim().min(1).max(256)

/**
 * Fields of an annotation as a person gives them: actors by name, which the
 * service finds among the actors of the case or adds. Fields that the kind does
 * not have are refused.
 */
export const fieldsInputSchema = z.strictObject({
  speaker: actorName.nullable().exactOptional(),
  attribution: z.enum(attributions).nullable().exactOptional(),
  certainty: z.enum(certainties).nullable().exactOptional(),
  about: z.string().max(1024).exactOptional(),
  said: edtf.nullable().exactOptional(),
  stance: z.enum(stances).nullable().exactOptional(),
  title: z.string().max(1024).exactOptional(),
  when: edtf.nullable().exactOptional(),
  where: z.string().max(1024).exactOptional(),
  participants: z.array(actorName).max(64).exactOptional(),
})
export type FieldsInput = z.infer<typeof fieldsInputSchema>

/**
 * The revision whose text was on the screen when offsets or blocks of it were chosen. Where the article has
 * gone on since, they would name other words: the call is refused. Absent where that cannot be.
 */
export const chosenIn = { revisionId: revisionIdSchema.exactOptional() }

/** What an annotation may have besides its kind and its words; what is absent stays as it is. */
export const annotationDetails = {
  fields: fieldsInputSchema.exactOptional(),
  note: z.string().max(20_000).exactOptional(),
  labels: z.array(z.string().trim().min(1).max(128)).max(64).exactOptional(),
  reliability: z.enum(reliabilities).nullable().exactOptional(),
  credibility: z.enum(credibilities).nullable().exactOptional(),
}

/** A link to make together with a new annotation; `other` is the annotation that is there already. */
export const linkWithSchema = z.strictObject({
  other: annotationIdSchema,
  relation: z.enum(relations),
  /** Whether the new annotation is the link's `from` or its `to`. */
  newIs: z.enum(['from', 'to']),
})

/** What to do with a later capture: name it and leave it, make it a new revision, or import it as an article of its own. */
export const onSimilarChoices = ['offer', 'revision', 'separate'] as const
export type OnSimilar = (typeof onSimilarChoices)[number]

/** How a file is to be read where the person settled it; what is absent is found out. */
export const readingOptions = {
  /** Id of an import format, from `import.formats`. */
  format: z.string().min(1).max(32).exactOptional(),
  /** As the WHATWG names it. */
  encoding: z.string().min(1).max(64).exactOptional(),
  mapping: fieldMappingSchema.exactOptional(),
}

/** Bytes as base64. zod's own check decodes them to see, which takes as much memory again, and a file may be large. */
export const base64Schema = z
  .string()
  .refine((text) => text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/u.test(text), 'Invalid base64')

/** A file to be imported. */
export const fileSchema = z.strictObject({
  name: z.string().min(1).max(1024),
  origin: z.enum(['file', 'paste']),
  /** The bytes, base64. */
  bytes: base64Schema,
  ...readingOptions,
  /** Default `offer`. */
  onSimilar: z.enum(onSimilarChoices).exactOptional(),
  /** The only articles of the file to be taken in, each by its place from 0; all where absent. */
  places: z.array(z.int().nonnegative()).min(1).max(100_000).exactOptional(),
  /** The case that it is meant for; `cancelled` where another one is open by now. */
  path: z.string().min(1).max(4096).exactOptional(),
  /** A name of the caller's own for this import, by which `import.cancel` may stop it. */
  ticket: z.string().min(1).max(64).exactOptional(),
})

/** How much of a passage is looked for elsewhere; what is longer is several passages. */
export const mostOfPassage = 4_000

/** A block as an edit of the text leaves it. */
export const correctedBlockSchema = blockSchema
  .pick({ type: true, level: true, furniture: true, page: true })
  .extend({ text: z.string().min(1).max(4_000_000) })
export type CorrectedBlock = z.infer<typeof correctedBlockSchema>

/** The formats a report can be had in. */
export const reportFormats = ['html', 'markdown'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** What the analyst set for all cases on this machine. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Size of the article's text in CSS pixels. */
  textSize: z.int().min(12).max(32),
  /** Width of the article's lines in characters. */
  measure: z.int().min(40).max(100),
})
export type Settings = z.infer<typeof settingsSchema>
export const defaultSettings: Settings = { theme: 'system', textSize: 18, measure: 65 }

/** By what the list of articles can be in order. */
export const articleSorts = ['imported', 'published', 'headline', 'publisher'] as const

/** Metadata of an article to be corrected; what is absent stays as it is. */
export function metadataPatch() {
  const m = metadataSchema.shape
  return z.strictObject({
    headline: z.string().trim().min(1).max(1024).exactOptional(),
    publisher: m.publisher.exactOptional(),
    authors: m.authors.exactOptional(),
    credits: m.credits.exactOptional(),
    dateline: m.dateline.exactOptional(),
    datelineDate: m.datelineDate.exactOptional(),
    published: m.published.exactOptional(),
    url: m.url.exactOptional(),
    language: m.language.exactOptional(),
    correction: m.correction.exactOptional(),
    /** The article whose text this one shares; null for a source of its own. */
    reprintOf: articleSchema.shape.reprintOf.exactOptional(),
  })
}

/** The same of an actor. */
export function actorPatch() {
  const a = actorSchema.shape
  return z.strictObject({
    name: a.name.exactOptional(),
    type: a.type.exactOptional(),
    aliases: a.aliases.exactOptional(),
    note: a.note.exactOptional(),
  })
}
