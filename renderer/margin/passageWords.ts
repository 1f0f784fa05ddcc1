/** How the screen speaks of a passage: its name, its quote, its links. Pure. */
import { formatEdtf } from '../../app/dates.ts'
import type { ActorId, AnnotationId } from '../../app/ids.ts'
import type { Annotation, Article, Link } from '../../app/model.ts'
import { inverseLabels, type Kind, type Relation } from '../../app/vocabulary.ts'

/** The name of an actor; empty while it is not known. */
export type NameOf = (id: ActorId) => string

export const kindLabels = { claim: 'Claim', denial: 'Denial', event: 'Event' } as const satisfies Record<
  Kind,
  string
>

/** What stands between the segments of a quote. */
const segmentJoint = ' … '

/** The tagged words, segments joined by an ellipsis. */
export const quoteOf = (annotation: Annotation): string =>
  annotation.segments.map((segment) => segment.exact.replace(/\s+/g, ' ').trim()).join(segmentJoint)

/** A text of at most `most` UTF-16 code units, cut between words where it can be, never inside a character. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  const kept = space > most / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/[\s,;:.–—-]+$/, '')}…`
}

/** The words in quotation marks; words that have their own at either end get no second pair. */
export const quoted = (words: string): string => (/^["“„«]|["”»]$/.test(words) ? words : `“${words}”`)

/** Who speaks in the passage; empty for events and where nobody is named. */
export function speakerOf(annotation: Annotation, nameOf: NameOf): string {
  if (annotation.kind === 'event') return ''
  const id = annotation.fields.speakerId
  return id === null ? '' : nameOf(id)
}

/** What the passage is called beside its kind: its speaker, or the title of the event; may be empty. */
export const titleOf = (annotation: Annotation, nameOf: NameOf): string =>
  annotation.kind === 'event' ? annotation.fields.title : speakerOf(annotation, nameOf)

/** The whole name, as a screen reader says it: `Claim by Panetta: safe haven`. */
export function passageName(annotation: Annotation, nameOf: NameOf): string {
  const kind = kindLabels[annotation.kind]
  const quote = shorten(quoteOf(annotation), 80)
  if (annotation.kind === 'event') {
    return annotation.fields.title === ''
      ? `${kind}: ${quoted(quote)}`
      : `${kind}: ${annotation.fields.title}`
  }
  const speaker = speakerOf(annotation, nameOf)
  const head = speaker === '' ? kind : `${kind} by ${speaker}`
  const about = annotation.kind === 'claim' ? annotation.fields.about : ''
  return about === '' ? `${head}: ${quoted(quote)}` : `${head}: ${about}`
}

/** The short name for notices: `Claim by Panetta`. */
export function shortName(annotation: Annotation, nameOf: NameOf): string {
  const title = titleOf(annotation, nameOf)
  const kind = kindLabels[annotation.kind]
  if (title === '') return kind
  return annotation.kind === 'event' ? `${kind} “${shorten(title, 60)}”` : `${kind} by ${shorten(title, 60)}`
}

/** Dates and manner of the passage, each shortly; may be none. */
export function detailsOf(annotation: Annotation): string[] {
  const { fields, kind } = annotation
  const words =
    kind === 'event'
      ? [fields.when === null ? '' : formatEdtf(fields.when), fields.where]
      : kind === 'claim'
        ? [
            fields.about,
            fields.certainty ?? '',
            fields.attribution ?? '',
            fields.said === null ? '' : `said ${formatEdtf(fields.said)}`,
          ]
        : [fields.stance ?? '', fields.said === null ? '' : `said ${formatEdtf(fields.said)}`]
  return words.filter((word) => word !== '')
}

/** The Admiralty grade, such as `B2`; empty where nothing was graded. */
export const gradeOf = (annotation: Annotation): string =>
  `${annotation.reliability ?? ''}${annotation.credibility ?? ''}`

/** How a link reads from one of its ends. */
export const relationFrom = (link: Link, id: AnnotationId): string =>
  link.fromId === id ? link.relation : inverseLabels[link.relation]

/** How a relation reads when it leads from the passage, or to it. */
export const relationWord = (relation: Relation, newIs: 'from' | 'to'): string =>
  newIs === 'from' ? relation : inverseLabels[relation]

/** The other end of a link. */
export const partnerOf = (link: Link, id: AnnotationId): AnnotationId =>
  link.fromId === id ? link.toId : link.fromId

/** Publisher and date of an article, the date as `format` writes it; the headline where it has neither. */
export function articleFacts(article: Article, format: (edtf: string) => string = formatEdtf): string[] {
  const date = article.published === null ? [] : [format(article.published)]
  return [article.publisher ?? shorten(article.headline, 60), ...date]
}

/** The same in one line, where no element can part them. */
export const articleLine = (article: Article, format: (edtf: string) => string = formatEdtf): string =>
  articleFacts(article, format).join(' · ')
