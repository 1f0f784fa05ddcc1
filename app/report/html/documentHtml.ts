/** The HTML report: one file, no script, nothing from outside, and a policy in its head that holds it to that. */
import { holdingWords } from '../holdingWords.ts'
import type { Outline } from '../outline.ts'
import type { ReportModel } from '../reportModel.ts'
import { momentWords } from '../words.ts'
import { articleHtml } from './articleHtml.ts'
import { foreign, Html, html } from './markup.ts'
import { styles } from './styles.ts'
import { summaryHtml } from './summaryHtml.ts'

/** The whole document as text. */
export function documentHtml(model: ReportModel, outline: Outline): string {
  const numbers = new Map<string, number>(
    outline.sections.map((section) => [section.content.article.id, section.number]),
  )
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${model.caseName} – report</title>
<style>
${new Html(styles)}</style>
</head>
<body>
<header class="cover">
<p class="kicker">Report</p>
<h1>${foreign(model.caseName)}</h1>
<p>Made <time datetime="${model.madeAt}">${momentWords(model.madeAt)}</time></p>
<p>${holdingWords(outline).join(' · ')}</p>
</header>
${contentsHtml(outline)}<main>
${summaryHtml(outline, numbers)}${outline.sections.map((section) => articleHtml(section, outline, numbers))}</main>
</body>
</html>
`.text
}

function contentsHtml(outline: Outline): Html {
  return html`<nav aria-labelledby="contents-title">
<h2 id="contents-title">Contents</h2>
<ul>
<li><a href="#summary">Summary</a>
<ul>
${outline.ofThreads ? html`<li><a href="#threads">Threads</a></li>\n` : null}<li><a href="#claims">Claims and what answers them</a></li>
<li><a href="#denials">Denials without their claim</a></li>
<li><a href="#events">Events and their accounts</a></li>
</ul></li>
</ul>
<ol>
${outline.sections.map(({ number, content: { article } }) => html`<li><a href="#article-${number}">${foreign(article.headline)}</a>${article.publisher === null ? null : html` <span class="aside">${foreign(article.publisher)}</span>`}</li>\n`)}</ol>
<p class="key">In the text: <mark class="claim lane0">claim</mark>, <mark class="denial lane0">denial</mark>, <mark class="event lane0">event</mark>. C, D and E with a number lead to the entry.</p>
</nav>
`
}
