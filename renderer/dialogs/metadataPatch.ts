/** From what the metadata dialog holds to the patch that is sent: only what differs, empty text as null. */
import type { Input } from '../../app/contract.ts'
import type { Article, Credit, Metadata } from '../../app/model.ts'

export type MetadataPatch = Input<'article.update'>['patch']

/** The fields as the dialog holds them: text is never null. */
export type MetadataDraft = {
  readonly headline: string
  readonly publisher: string
  readonly authors: readonly string[]
  readonly credits: readonly Credit[]
  readonly dateline: string
  readonly datelineDate: string
  readonly published: string | null
  readonly url: string
  readonly language: string
  readonly correctionStatus: NonNullable<Metadata['correction']>['status'] | null
  readonly correctionNotice: string
}

export const draftOf = (article: Article): MetadataDraft => ({
  headline: article.headline,
  publisher: article.publisher ?? '',
  authors: article.authors,
  credits: article.credits,
  dateline: article.dateline ?? '',
  datelineDate: article.datelineDate ?? '',
  published: article.published,
  url: article.url ?? '',
  language: article.language ?? '',
  correctionStatus: article.correction?.status ?? null,
  correctionNotice: article.correction?.notice ?? '',
})

/** Null when there is nothing to save. Saving a headline that was only proposed confirms it, changed or not. */
export function patchOf(article: Article, draft: MetadataDraft): MetadataPatch | null {
  const wanted = {
    headline: draft.headline.trim(),
    publisher: orNull(draft.publisher),
    authors: [...draft.authors],
    credits: draft.credits
      .map((credit) => ({ ...credit, name: credit.name.trim() }))
      .filter((credit) => credit.name !== ''),
    dateline: orNull(draft.dateline),
    datelineDate: orNull(draft.datelineDate),
    published: draft.published,
    url: orNull(draft.url),
    language: orNull(draft.language),
    correction:
      draft.correctionStatus === null
        ? null
        : { status: draft.correctionStatus, notice: orNull(draft.correctionNotice) },
  } satisfies MetadataPatch
  const entries = Object.entries(wanted).filter(
    ([key, value]) =>
      (key === 'headline' && article.headlineProposed) ||
      JSON.stringify(value) !== JSON.stringify(article[key as keyof typeof wanted]), // the keys are those of `wanted`
  )
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

/** A text without the space around it; null for none. */
export const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
