/**
 * The report as CommonMark that also reads well as plain text. References stand
 * in square brackets as in the text: **[C1]** before the words, which ⟦ and ⟧
 * enclose. No links: the document points at nothing outside itself.
 */
import type { Article } from '../../model.ts'
import {
  accountWords,
  emptyWords,
  holdingWords,
  leftWords,
  noThreadWords,
  otherTitles,
  outsideWords,
  standingWords,
} from '../holdingWords.ts'
import type {
  ClaimEntry,
  Connection,
  EventEntry,
  Outline,
  Passage,
  Section,
  ThreadEntry,
} from '../outline.ts'
import type { ReportModel } from '../reportModel.ts'
import {
  answeredWords,
  capital,
  circumstances,
  correctionWords,
  fieldRows,
  headRows,
  leadOf,
  momentWords,
  placeRows,
  quoteOf,
  type Row,
  sourceOf,
  sourceRows,
} from '../words.ts'
import { escapeMarkdown } from './escapeMarkdown.ts'
import { markedTextMarkdown } from './textMarkdown.ts'

/** The whole document as text. */
export function documentMarkdown(model: ReportModel, outline: Outline): string {
  const numbers = new Map<string, number>(
    outline.sections.map((section) => [section.content.article.id, section.number]),
  )
  const lines = [
    `# ${escapeMarkdown(model.caseName)}`,
    '',
    `Report made ${momentWords(model.madeAt)}: ${holdingWords(outline).join(', ')}.`,
    '',
    '## Contents',
    '',
    `- Summary: ${outline.ofThreads ? 'threads, ' : ''}claims and what answers them, denials without their claim, events and their accounts`,
    ...outline.sections.map(
      ({ number, content: { article } }) => `- Article ${number}: ${escapeMarkdown(article.headline)}`,
    ),
    '',
    ...summaryLines(outline, numbers),
    ...outline.sections.flatMap((section) => articleLines(section, outline, numbers)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

type Numbers = ReadonlyMap<string, number>

function summaryLines(outline: Outline, numbers: Numbers): string[] {
  const empty = emptyWords(outline)
  return [
    '## Summary',
    '',
    ...(outline.ofThreads
      ? ['### Threads', '', ...listOr(outline.threads, (entry) => threadLines(entry, outline), noThreadWords)]
      : []),
    '### Claims and what answers them',
    '',
    ...listOr(outline.claims, (entry) => claimLines(entry, outline, numbers), empty.claims),
    '### Denials without their claim',
    '',
    ...listOr(
      outline.orphanDenials,
      (passage) => item(passageLines(passage, outline, numbers)),
      empty.denials,
    ),
    '### Events and their accounts',
    '',
    ...listOr(outline.events, (entry) => eventLines(entry, outline, numbers), empty.events),
  ]
}

function listOr<T>(values: readonly T[], lines: (value: T) => string[], empty: string): string[] {
  return values.length === 0 ? [empty, ''] : values.flatMap(lines)
}

function threadLines(entry: ThreadEntry, outline: Outline): string[] {
  const also = otherTitles(entry)
  const left = leftWords(entry)
  return item([
    escapeMarkdown(entry.thread.title),
    '',
    ...(also === null ? [] : [`Also called ${escapeMarkdown(also)}`, '']),
    ...entry.passages.map((passage) => `- ${reference(passage)} ${shown(leadOf(passage, outline))}`),
    '',
    ...(left === null ? [] : [left, '']),
  ])
}

function claimLines(entry: ClaimEntry, outline: Outline, numbers: Numbers): string[] {
  const said = [standingWords(entry), answeredWords[entry.answered]].filter((words) => words !== null)
  return item([
    ...passageLines(entry.claim, outline, numbers),
    ...said.flatMap((words) => [words, '']),
    ...entry.answers.flatMap((answer) => connectionLines(answer, outline, numbers)),
  ])
}

function eventLines(entry: EventEntry, outline: Outline, numbers: Numbers): string[] {
  const [first, ...others] = entry.accounts
  if (first === undefined) return []
  return item([
    ...passageLines(first, outline, numbers),
    accountWords(entry),
    '',
    ...others.flatMap((account) => item(['Same event:', '', ...passageLines(account, outline, numbers)])),
  ])
}

/** A list item of several lines: all but the first are set in. */
function item(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`))
}

const reference = ({ ref, annotation }: Passage) => (ref === null ? capital(annotation.kind) : `[${ref}]`)
const shown = ({ value }: Row) => escapeMarkdown(value)

function passageLines(passage: Passage, outline: Outline, numbers: Numbers): string[] {
  const who = [shown(leadOf(passage, outline)), ...circumstances(passage).map(escapeMarkdown)].join(', ')
  return [
    `**${reference(passage)}** ${who}`,
    '',
    `> ${escapeMarkdown(quoteOf(passage.annotation))}`,
    '',
    originLine(passage, numbers),
    '',
  ]
}

function originLine(passage: Passage, numbers: Numbers): string {
  const { article } = passage
  const number = numbers.get(article.id)
  const { publisher, date } = sourceOf(article)
  const outside = outsideWords(passage, number !== undefined)
  const place = [
    ...(number === undefined ? [] : [`article ${number}`]),
    ...(outside === null ? [] : [outside]),
  ].join(', ')
  return `${escapeMarkdown(article.headline)}, ${
    publisher === null ? 'publisher not stated' : escapeMarkdown(publisher)
  }, ${date === null ? 'date not stated' : escapeMarkdown(date)} (${place})`
}

function connectionLines(connection: Connection, outline: Outline, numbers: Numbers): string[] {
  const { link, label, other } = connection
  return item([
    `${capital(label)}:`,
    '',
    ...passageLines(other, outline, numbers),
    ...(link.note === '' ? [] : [`Note on the link: ${escapeMarkdown(link.note)}`, '']),
  ])
}

const rowLines = (rows: readonly Row[]) => rows.map((row) => `- ${row.name}: ${shown(row)}`)

function articleLines(section: Section, outline: Outline, numbers: Numbers): string[] {
  const { number, content, passages } = section
  const { article, source } = content
  return [
    `## Article ${number}: ${escapeMarkdown(article.headline)}`,
    '',
    ...(article.headlineProposed
      ? ['Proposed headline: the file has none; it was made from the first sentence.', '']
      : []),
    ...correctionLines(article),
    ...rowLines(headRows(article, outline)),
    '',
    '### Provenance',
    '',
    ...rowLines(sourceRows(source)),
    '',
    '### Text',
    '',
    ...markedTextMarkdown(section, outline.wholeText),
    '### Passages',
    '',
    ...(passages.length === 0 ? ['No passage of this article is tagged.', ''] : []),
    ...passages.flatMap((passage) => entryLines(passage, outline, numbers)),
  ]
}

function correctionLines({ correction }: Article): string[] {
  if (correction === null) return []
  const notice = correction.notice === null ? '' : `: ${escapeMarkdown(correction.notice)}`
  return [`**${correctionWords[correction.status]}**${notice}`, '']
}

function entryLines(passage: Passage, outline: Outline, numbers: Numbers): string[] {
  const { annotation, ref } = passage
  return [
    `#### [${ref}] ${capital(annotation.kind)}`,
    '',
    `> ${escapeMarkdown(quoteOf(annotation))}`,
    '',
    ...rowLines([...placeRows(passage), ...fieldRows(annotation, outline)]),
    '',
    ...outline
      .connectionsOf(annotation.id)
      .flatMap((connection) => connectionLines(connection, outline, numbers)),
  ]
}
