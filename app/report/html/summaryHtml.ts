/** The summary: claims with what is said to them, denials without their claim, events with their accounts. */
import type { ClaimEntry, EventEntry, Outline, Passage } from '../outline.ts'
import { accountWords, answeredWords, standingWords } from '../words.ts'
import { type Html, html } from './markup.ts'
import { connectionItem, passageCard } from './passageHtml.ts'

/** The whole summary; sections without anything say so. */
export function summaryHtml(outline: Outline, numbers: ReadonlyMap<string, number>): Html {
  const card = (passage: Passage) => passageCard(passage, outline, numbers)
  return html`<section id="summary" aria-labelledby="summary-title">
<h2 id="summary-title">Summary</h2>
<h3 id="claims">Claims and what answers them</h3>
${list('statements', outline.claims, (entry) => claimItem(entry, outline, numbers), 'No claim is tagged in these articles.')}
<h3 id="denials">Denials without their claim</h3>
${list('statements', outline.orphanDenials, (passage) => html`<li>${card(passage)}</li>\n`, 'Every denial is linked to the claim it denies.')}
<h3 id="events">Events and their accounts</h3>
${list('statements', outline.events, (entry) => eventItem(entry, card), 'No event is tagged in these articles.')}
</section>
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
