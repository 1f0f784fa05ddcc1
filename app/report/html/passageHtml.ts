/** Passages as they stand in the report: in a line with their words, and whole with every field and link. */
import { outsideWords } from '../holdingWords.ts'
import type { Connection, Outline, Passage } from '../outline.ts'
import {
  capital,
  circumstances,
  fieldRows,
  leadOf,
  placeRows,
  quoteOf,
  type Row,
  sourceOf,
} from '../words.ts'
import { foreign, type Html, html, langAttribute } from './markup.ts'

/** The reference of a passage as a link to its entry; its kind alone where it has no entry. */
export function reference({ annotation, ref }: Passage): Html {
  return ref === null
    ? html`<span class="ref ${annotation.kind}">${capital(annotation.kind)}</span>`
    : html`<a class="ref ${annotation.kind}" href="#${ref}">${ref}</a>`
}

/** The value of a row, set apart where it is not our own words. */
export const shown = (row: Row) => (row.foreign ? foreign(row.value) : row.value)

/** The quoted words, each segment as it stands. */
export function quotedWords({ annotation, article }: Passage): Html {
  return html`<blockquote class="words ${annotation.kind}" dir="auto"${langAttribute(article.language)}>${quoteOf(annotation)}</blockquote>`
}

/** The article a passage comes from: headline, publisher and date, linked where it is in the report; and whether the passage is. */
function articleLine(passage: Passage, numbers: ReadonlyMap<string, number>): Html {
  const { article } = passage
  const number = numbers.get(article.id)
  const headline = html`<cite>${foreign(article.headline)}</cite>`
  const { publisher, date } = sourceOf(article)
  const outside = outsideWords(passage, number !== undefined)
  return html`${number === undefined ? headline : html`<a href="#article-${number}">${headline}</a>`}, ${
    publisher === null ? 'publisher not stated' : foreign(publisher)
  }, ${date ?? 'date not stated'}${outside === null ? null : html` <span class="aside">(${outside})</span>`}`
}

/** One line on who and when, the words, and the article they come from. */
export function passageCard(passage: Passage, outline: Outline, numbers: ReadonlyMap<string, number>): Html {
  const details = circumstances(passage).map((detail) => html`, ${detail}`)
  return html`<p class="who">${reference(passage)} <strong>${shown(leadOf(passage, outline))}</strong>${details}</p>
${quotedWords(passage)}
<p class="origin">${articleLine(passage, numbers)}</p>
`
}

/** A row of names and values as a description list; nothing where there are none. */
export function descriptionList(rows: readonly Row[]): Html | null {
  if (rows.length === 0) return null
  return html`<dl>
${rows.map((row) => html`<div><dt>${row.name}</dt><dd>${shown(row)}</dd></div>\n`)}</dl>
`
}

/** The entry of a passage: words, every field, every link with the words at its other end. */
export function passageEntry(passage: Passage, outline: Outline, numbers: ReadonlyMap<string, number>): Html {
  const { annotation, ref } = passage
  const connections = outline.connectionsOf(annotation.id)
  return html`<li class="entry" id="${ref}">
<h4><span class="ref ${annotation.kind}">${ref}</span> ${capital(annotation.kind)}</h4>
${quotedWords(passage)}
${descriptionList([...placeRows(passage), ...fieldRows(annotation, outline)])}${
  connections.length === 0
    ? null
    : html`<ul class="links">
${connections.map((connection) => connectionItem(connection, outline, numbers))}</ul>
`
}${annotation.revisionId === passage.article.revisionId ? html`<p class="back"><a href="#text-${ref}">${ref} in the text</a></p>` : null}
</li>
`
}

/** One link, read from the end it is listed under. */
export function connectionItem(
  connection: Connection,
  outline: Outline,
  numbers: ReadonlyMap<string, number>,
): Html {
  const { link, label, other } = connection
  const note = link.note === '' ? null : html`<p class="note">Note on the link: ${foreign(link.note)}</p>\n`
  return html`<li><p class="relation">${capital(label)}</p>
${passageCard(other, outline, numbers)}${note}</li>
`
}
