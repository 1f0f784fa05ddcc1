/**
 * The annotated text in Markdown. A passage opens with its bold reference and ⟦
 * and closes with ⟧; where passages overlap, so that one closes before another
 * that was opened after it, the closing bracket names what it closes: ⟧[C1].
 */
import { omissionWords } from '../holdingWords.ts'
import { type MarkedBlock, markText, type Span } from '../marks.ts'
import type { Section } from '../outline.ts'
import { escapeInside, escapeStart } from './escapeMarkdown.ts'

/** The lines of an article's text, ending with an empty one. */
export function markedTextMarkdown({ content, passages }: Section, whole: boolean): string[] {
  const marked = markText(content, passages, whole)
  const omission = omissionWords(marked)
  return [
    ...marked.blocks.flatMap((block) => [...(block.afterGap ? gapLines : []), ...blockLines(block)]),
    ...(marked.gapAtEnd ? gapLines : []),
    ...(omission === null ? [] : [`*${omission}*`, '']),
  ]
}

/** Stands where blocks are left out. */
const gapLines = ['\\[…\\]', '']

const leads = { paragraph: '', heading: '', quote: '> ', listItem: '- ', caption: '' } as const

function blockLines({ block, furniture, pieces }: MarkedBlock): string[] {
  const parts: string[] = furniture ? ['(page furniture) '] : []
  const open: Span[] = []
  for (const [index, piece] of pieces.entries()) {
    if (piece.type === 'text') parts.push(escapeInside(piece.text))
    else if (piece.type === 'open') {
      if (!open.includes(piece.span)) {
        open.push(piece.span)
        parts.push(opening(piece.span, piece.first, parts.at(-1) ?? ''))
      }
    } else if (!takenUpAgain(pieces, index, piece.span)) {
      parts.push(open.at(-1) === piece.span ? '⟧' : `⟧[${piece.span.passage.ref}]`)
      open.splice(open.indexOf(piece.span), 1)
    }
  }
  const text = parts.join('').trim()
  return text === '' ? [] : [leads[block.type] + escapeStart(text), '']
}

/** Whether a mark closes only to be nested anew, at the same place in the text. */
function takenUpAgain(pieces: MarkedBlock['pieces'], from: number, span: Span): boolean {
  for (let at = from + 1; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (piece === undefined || piece.type === 'text') return false
    if (piece.type === 'open' && piece.span === span) return true
  }
  return false
}

/** Bold opens only where no letter stands before it; inside a word the reference stays plain. */
function opening(span: Span, first: boolean, before: string): string {
  if (!first) return '⟦'
  const ref = `[${span.passage.ref}]`
  return before === '' || /[\s\p{P}\p{S}]$/u.test(before) ? `**${ref}** ⟦` : `${ref} ⟦`
}
