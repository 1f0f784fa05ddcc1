/** The summary: the threads where it is of some, claims with what is said to them, denials without their claim, events with their accounts. */
import {
  accountWords,
  emptyWords,
  leftWords,
  noThreadWords,
  otherTitles,
  standingWords,
} from '../holdingWords.ts'
import type { ClaimEntry, EventEntry, Outline, Passage, ThreadEntry } from '../outline.ts'
import { answeredWords, leadOf } from '../words.ts'
import { foreign, type Html, html } from './markup.ts'
import { connectionItem, passageCard, reference, shown } from './passageHtml.ts'

/** The whole summary; sections without anything say so. */
export function summaryHtml(outline: Outline, numbers: ReadonlyMap<string, number>): Html {
  const card = (passage: Passage) => passageCard(passage, outline, numbers)
  const empty = emptyWords(outline)
  return html`<section id="summary" aria-labelledby="summary-title">
<h2 id="summary-title">Summary</h2>
${outline.ofThreads ? threadsHtml(outline) : null}<h3 id="claims">Claims and what answers them</h3>
${list('statements', outline.claims, (entry) => claimItem(entry, outline, numbers), empty.claims)}
<h3 id="denials">Denials without their claim</h3>
${list('statements', outline.orphanDenials, (passage) => html`<li>${card(passage)}</li>\n`, empty.denials)}
<h3 id="events">Events and their accounts</h3>
${list('statements', outline.events, (entry) => eventItem(entry, card), empty.events)}
</section>
`
}

function threadsHtml(outline: Outline): Html {
  return html`<h3 id="threads">Threads</h3>
${list('threads', outline.threads, (entry) => threadItem(entry, outline), noThreadWords)}
`
}

/** Its title and its passages by who speaks; each leads to its entry. */
function threadItem(entry: ThreadEntry, outline: Outline): Html {
  const also = otherTitles(entry)
  const left = leftWords(entry)
  return html`<li><p class="title">${foreign(entry.thread.title)}</p>
${also === null ? null : html`<p class="none">Also called ${foreign(also)}</p>\n`}<ul class="refs">
${entry.passages.map((passage) => html`<li>${reference(passage)} ${shown(leadOf(passage, outline))}</li>\n`)}</ul>
${left === null ? null : html`<p class="none">${left}</p>\n`}</li>
`
}

function list<T>(name: string, items: readonly T[], item: (value: T) => Html, empty: string): Html {
  if (items.length === 0) return html`<p class="none">${empty}</p>`
  return html`<ol class="${name}">
${items.map(item)}</ol>`
}

function claimItem(entry: ClaimEntry, outline: Outline, numbers: ReadonlyMap<string, number>): Html {
  const said = [standingWords(entry), answeredWords[entry.answered]].filter((words) => words !== null)
  return html`<li>${passageCard(entry.claim, outline, numbers)}${said.map(
    (words) => html`<p class="none">${words}</p>\n`,
  )}${
    entry.answers.length === 0
      ? null
      : html`<ul class="links">
${entry.answers.map((answer) => connectionItem(answer, outline, numbers))}</ul>
`
  }</li>
`
}

function eventItem(entry: EventEntry, card: (passage: Passage) => Html): Html {
  const [first, ...others] = entry.accounts
  if (first === undefined) return html``
  return html`<li>${card(first)}<p class="none">${accountWords(entry)}</p>
${
  others.length === 0
    ? null
    : html`<ul class="links">
${others.map((account) => html`<li><p class="relation">Same event</p>\n${card(account)}</li>\n`)}</ul>
`
}</li>
`
}
