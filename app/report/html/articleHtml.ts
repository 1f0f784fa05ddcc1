/** One article of the report: its head, where it came from, its text with marks, its passages. */
import type { Article } from '../../model.ts'
import { omissionWords } from '../holdingWords.ts'
import { type MarkedBlock, markText, type Piece } from '../marks.ts'
import type { Outline, Section } from '../outline.ts'
import { correctionWords, headRows, sourceRows } from '../words.ts'
import { foreign, type Html, html, langAttribute } from './markup.ts'
import { descriptionList, passageEntry } from './passageHtml.ts'

/** The section of one article. */
export function articleHtml(section: Section, outline: Outline, numbers: ReadonlyMap<string, number>): Html {
  const { number, content, passages } = section
  const { article } = content
  const id = `article-${number}`
  return html`<article id="${id}" aria-labelledby="${id}-title">
<header>
<h2 id="${id}-title"><span class="number">${number}</span> ${foreign(article.headline)}</h2>
${article.headlineProposed ? html`<p class="aside">Proposed headline: the file has none; it was made from the first sentence.</p>\n` : null}${correctionHtml(article)}${descriptionList(headRows(article, outline))}</header>
<section>
<h3 id="${id}-source">Provenance</h3>
${descriptionList(sourceRows(content.source))}</section>
<section>
<h3 id="${id}-text">Text</h3>
${textHtml(section, outline)}</section>
<section>
<h3 id="${id}-passages">Passages</h3>
${
  passages.length === 0
    ? html`<p class="none">No passage of this article is tagged.</p>\n`
    : html`<ol class="entries">
${passages.map((passage) => passageEntry(passage, outline, numbers))}</ol>
`
}</section>
</article>
`
}

function correctionHtml({ correction }: Article): Html | null {
  if (correction === null) return null
  const notice = correction.notice === null ? null : html`: ${foreign(correction.notice)}`
  return html`<p class="correction" role="note"><strong>${correctionWords[correction.status]}</strong>${notice}</p>
`
}

function textHtml({ content, passages }: Section, { wholeText }: Outline): Html {
  const marked = markText(content, passages, wholeText)
  const omission = omissionWords(marked)
  return html`<div class="text"${langAttribute(content.article.language)}>
${grouped(marked.blocks).map((group) => {
  const gap = group.blocks[0]?.afterGap ? gapHtml : null
  const inner = group.blocks.map(blockHtml)
  return group.list ? html`${gap}<ul>\n${inner}</ul>\n` : html`${gap}${inner}`
})}${marked.gapAtEnd ? gapHtml : null}</div>
${omission === null ? null : html`<p class="aside">${omission}</p>\n`}`
}

/** Stands where blocks are left out. */
const gapHtml = html`<p class="gap">[…]</p>\n`

/** List items that follow each other belong to one list; where blocks are left out a group ends. */
function grouped(blocks: readonly MarkedBlock[]): { list: boolean; blocks: MarkedBlock[] }[] {
  const groups: { list: boolean; blocks: MarkedBlock[] }[] = []
  for (const block of blocks) {
    const list = block.block.type === 'listItem'
    const last = groups.at(-1)
    if (last?.list === list && !block.afterGap) last.blocks.push(block)
    else groups.push({ list, blocks: [block] })
  }
  return groups
}

function blockHtml({ block, furniture, pieces }: MarkedBlock): Html {
  const inner = pieces.map(pieceHtml)
  const kept = furniture ? html`<span class="aside">[page furniture] </span>` : null
  switch (block.type) {
    case 'paragraph':
      return html`<p dir="auto">${kept}${inner}</p>\n`
    // Headings of an article are not headings of the report: its outline would lose its order.
    case 'heading':
      return html`<p class="heading" dir="auto">${kept}${inner}</p>\n`
    case 'quote':
      return html`<blockquote dir="auto">${kept}${inner}</blockquote>\n`
    case 'listItem':
      return html`<li dir="auto">${kept}${inner}</li>\n`
    case 'caption':
      return html`<p class="caption" dir="auto">${kept}${inner}</p>\n`
  }
}

/** Lines under marks are drawn apart for as many lanes as the line height has room for. */
const lanes = 3

function pieceHtml(piece: Piece): Html {
  if (piece.type === 'text') return html`${piece.text}`
  if (piece.type === 'close') return html`</mark>`
  const { passage, lane } = piece.span
  const { annotation, ref } = passage
  // The first segment carries the anchor that the entry leads back to.
  const anchor = annotation.segments[0]?.start === piece.span.start ? html` id="text-${ref}"` : null
  const label = piece.first
    ? html`<a class="ref ${annotation.kind}" href="#${ref}"${anchor} aria-label="${ref}, ${annotation.kind}">${ref}</a>`
    : null
  return html`${label}<mark class="${annotation.kind} lane${lane % lanes}" data-ref="${ref}">`
}
