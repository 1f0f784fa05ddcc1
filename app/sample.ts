/**
 * The form in which a worked sample case is written down: passages by their words,
 * links by the passages' keys, actors by name. `seeds/annotated.json` is one.
 */
import { z } from 'zod'
import { fieldsInputSchema } from './inputForms.ts'
import { actorSchema, type Range } from './model.ts'
import { credibilities, kinds, relations, reliabilities } from './vocabulary.ts'

const key = z.string().regex(/^[a-z0-9-]+$/)

export const sampleSchema = z.strictObject({
  annotations: z.array(
    z.strictObject({
      key,
      /** The file name of the article. */
      file: z.string().min(1),
      kind: z.enum(kinds),
      /** The exact words of each segment, in text order. Each stands in the text once. */
      quotes: z.array(z.string().min(1)).min(1),
      fields: fieldsInputSchema,
      note: z.string().exactOptional(),
      labels: z.array(z.string().min(1)).exactOptional(),
      reliability: z.enum(reliabilities).exactOptional(),
      credibility: z.enum(credibilities).exactOptional(),
    }),
  ),
  links: z.array(z.strictObject({ from: key, relation: z.enum(relations), to: key })),
  actors: z.array(
    z.strictObject({
      name: actorSchema.shape.name,
      type: actorSchema.shape.type,
      aliases: actorSchema.shape.aliases,
    }),
  ),
})
export type Sample = z.infer<typeof sampleSchema>

/** Where the words stand in a text. @throws Error when they are not there, or more than once. */
export function rangeOfQuote(text: string, quote: string): Range {
  const start = text.indexOf(quote)
  if (start === -1) throw new Error(`The text has no “${quote}”.`)
  if (text.indexOf(quote, start + 1) !== -1) throw new Error(`The text has “${quote}” more than once.`)
  return { start, end: start + quote.length }
}
