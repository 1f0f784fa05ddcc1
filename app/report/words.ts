/** The words of a report that do not depend on its format: fields, gradings, dates, sources. Unescaped. */
import { formatEdtf } from '../dates.ts'
import type { Annotation, Article, SourceFile } from '../model.ts'
import { type CorrectionStatus, credibilityLabels, creditRoles, reliabilityLabels } from '../vocabulary.ts'
import type { ClaimEntry, Outline, Passage } from './outline.ts'

/** A name and its value; `foreign` marks words of a person or article, which may be in any script. */
export type Row = { readonly name: string; readonly value: string; readonly foreign: boolean }

const ours = (name: string, value: string): Row => ({ name, value, foreign: false })
const theirs = (name: string, value: string): Row => ({ name, value, foreign: true })

/** Every field of a passage in the order of the card; a last row names those left empty. */
export function fieldRows(annotation: Annotation, outline: Outline): Row[] {
  const rows = [
    ...ownRows(annotation, outline),
    theirs('Labels', annotation.labels.join(', ')),
    ours('Grading', grading(annotation) ?? ''),
    theirs('Note', annotation.note),
  ]
  const empty = rows.filter((row) => row.value === '').map((row) => row.name.toLowerCase())
  const given = rows.filter((row) => row.value !== '')
  return empty.length === 0 ? given : [...given, ours('Left empty', empty.join(', '))]
}

function ownRows(annotation: Annotation, outline: Outline): Row[] {
  switch (annotation.kind) {
    case 'claim': {
      const { attribution, certainty, about, said } = annotation.fields
      return [
        theirs('Speaker', speakerOf(annotation, outline) ?? ''),
        ours('Attribution', attribution ?? ''),
        ours('Certainty', certainty ?? ''),
        theirs('About', about),
        ours('Said', dateWords(said)),
      ]
    }
    case 'denial':
      return [
        theirs('Speaker', speakerOf(annotation, outline) ?? ''),
        ours('Stance', annotation.fields.stance ?? ''),
        ours('Said', dateWords(annotation.fields.said)),
      ]
    case 'event':
      return [
        theirs('Title', annotation.fields.title),
        ours('When', dateWords(annotation.fields.when)),
        theirs('Where', annotation.fields.where),
        theirs('Participants', participantsOf(annotation, outline).join(', ')),
      ]
  }
}

const dateWords = (date: string | null) => (date === null ? '' : formatEdtf(date))

/** The speaker's name; null for events and where none is named. */
export function speakerOf(annotation: Annotation, outline: Outline): string | null {
  if (annotation.kind === 'event' || annotation.fields.speakerId === null) return null
  return outline.actorName(annotation.fields.speakerId)
}

/** The names of those who took part in an event. */
export function participantsOf(annotation: Annotation, outline: Outline): string[] {
  if (annotation.kind !== 'event') return []
  return annotation.fields.participantIds.flatMap((id) => outline.actorName(id) ?? [])
}

/** The Admiralty grading, spelled out: `B2: source usually reliable; information probably true`; null where there is none. */
export function grading({ reliability, credibility }: Annotation): string | null {
  if (reliability === null && credibility === null) return null
  const source = reliability === null ? 'source not graded' : `source ${reliabilityLabels[reliability]}`
  const information =
    credibility === null ? 'information not graded' : `information ${credibilityLabels[credibility]}`
  return `${reliability ?? '–'}${credibility ?? '–'}: ${source}; ${information}`
}

/** The quoted words of each segment, joined the way a broken quote is printed. */
export function quoteOf(annotation: Annotation): string {
  return annotation.segments.map((segment) => segment.exact).join(' … ')
}

/** What a passage is headed with where only a line is free: speaker, title or kind. */
export function leadOf({ annotation }: Passage, outline: Outline): Row {
  if (annotation.kind === 'event') {
    return annotation.fields.title === '' ? ours('', 'Untitled event') : theirs('', annotation.fields.title)
  }
  const speaker = speakerOf(annotation, outline)
  return speaker === null ? ours('', 'Speaker not named') : theirs('', speaker)
}

/** Our own words about when and how: `said 14 September 2011`, `no comment`; that a denial denies goes without saying. */
export function circumstances(passage: Passage): string[] {
  const place = [...(passage.pages === null ? [] : [passage.pages]), ...revisionWords(passage)]
  return [...saidHow(passage), ...place]
}

/** Where it stands, as rows of its entry. */
export function placeRows(passage: Passage): Row[] {
  return [
    ...(passage.pages === null ? [] : [ours('Page', passage.pages)]),
    ...revisionWords(passage).map((words) => ours('Text', words)),
  ]
}

/** Said of passages that do not lie in the text the report shows. */
function revisionWords({ annotation, article }: Passage): string[] {
  if (annotation.revisionId === article.revisionId) return []
  return [
    annotation.detached
      ? 'on an earlier revision of the text'
      : 'on an earlier revision of the text, to be reviewed',
  ]
}

function saidHow({ annotation }: Passage): string[] {
  switch (annotation.kind) {
    case 'claim':
      return said(annotation.fields.said)
    case 'denial':
      return [
        ...(annotation.fields.stance === null || annotation.fields.stance === 'denies'
          ? []
          : [annotation.fields.stance]),
        ...said(annotation.fields.said),
      ]
    case 'event':
      return annotation.fields.when === null ? [] : [formatEdtf(annotation.fields.when)]
  }
}

const said = (date: string | null) => (date === null ? [] : [`said ${formatEdtf(date)}`])

/** What the summary says of a claim that is not answered in its place; null where it is. */
export const answeredWords = {
  here: null,
  elsewhere: 'Nobody answers this passage; the same claim is answered elsewhere.',
  nowhere: 'Nobody answers this claim.',
} as const satisfies Record<ClaimEntry['answered'], string | null>

/** Where a passage stands, in short: publisher and date. */
export function sourceOf(article: Article): {
  readonly publisher: string | null
  readonly date: string | null
} {
  return {
    publisher: article.publisher,
    date: article.published === null ? null : formatEdtf(article.published),
  }
}

/** The head of an article as rows; what the file does not say is left out. */
export function headRows(article: Article, outline: Outline): Row[] {
  const rows: Row[] = []
  if (article.publisher !== null) rows.push(theirs('Publisher', article.publisher))
  if (article.authors.length > 0) rows.push(theirs('By', article.authors.join(', ')))
  for (const role of creditRoles) {
    const names = article.credits.filter((credit) => credit.role === role).map((credit) => credit.name)
    if (names.length > 0)
      rows.push(theirs(role === 'other' ? 'Also credited' : capital(role), names.join(', ')))
  }
  const place = [article.dateline, article.datelineDate].filter((part) => part !== null).join(', ')
  if (place !== '') rows.push(theirs('Dateline', place))
  rows.push(
    ours('Published', article.published === null ? 'not stated in the file' : formatEdtf(article.published)),
  )
  if (article.url !== null) rows.push(theirs('Address', article.url))
  if (article.language !== null) rows.push(theirs('Language', article.language))
  if (article.reprintOf !== null)
    rows.push(
      theirs(
        'Shares its text with',
        outline.articleName(article.reprintOf) ?? 'an article not in this report',
      ),
    )
  return rows
}

/** Where the file came from and how it was read, as rows. */
export function sourceRows(source: SourceFile): Row[] {
  return [
    theirs(source.origin === 'paste' ? 'Pasted as' : 'File', source.name),
    ours('SHA-256', source.sha256),
    ours('Size', bytesWords(source.size)),
    ours('Format', source.format),
    ours('Encoding', source.encodingSure ? source.encoding : `${source.encoding} (guessed)`),
    ours('Imported', momentWords(source.importedAt)),
  ]
}

/** What is said at the head of a story that was changed after publication. */
export const correctionWords = {
  corrected: 'Corrected story',
  updated: 'Updated story',
  clarified: 'Clarified story',
  refiled: 'Refiled story',
  retracted: 'Retracted story',
} as const satisfies Record<CorrectionStatus, string>

/** Raises the first letter. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A moment of the clock, ISO 8601 in UTC, in words and to the minute. */
export function momentWords(moment: string): string {
  return `${formatEdtf(moment.slice(0, 10))}, ${moment.slice(11, 16)} UTC`
}

/** `4,833 bytes`. */
export function bytesWords(size: number): string {
  return `${String(size).replace(/\B(?=(\d{3})+$)/g, ',')} ${size === 1 ? 'byte' : 'bytes'}`
}

/** `1 claim`, `3 claims`. */
export const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`
