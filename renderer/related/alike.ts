/** From a passage to what says the same in other articles. */

import type { ArticleId } from '../../app/ids.ts'
import { mostOfPassage } from '../../app/inputForms.ts'
import { sentenceAround } from '../../app/text/sentences.ts'
import { openArticle } from '../commands/articleCommands.ts'
import { compareBeside } from '../compare/columnSet.ts'
import { quoteOf } from '../margin/passageWords.ts'
import { findReaderContent } from '../read/readerContent.ts'
import { showWanted, type WantedWords, wantWords } from '../read/wantedWords.ts'
import type { Parts } from '../workspace/context.ts'

/** Asks for what says the same as the words that are selected, else the chosen passage, else the sentence at the caret. */
export function findAlike(parts: Parts): void {
  const { workspace } = parts
  const articleId = workspace.activeArticle()
  const text = articleId === null ? '' : wordsAtHand(parts, articleId)
  if (articleId === null || text === '')
    workspace.notify('refused', 'Put the caret into a sentence first, or select words.')
  else if (text.length > mostOfPassage)
    workspace.notify('refused', 'That is too much to look for at once. Select a sentence or a few.')
  else workspace.patch({ dialog: { dialog: 'relatedPassages', articleId, text } })
}

function wordsAtHand({ records, workspace }: Parts, articleId: ArticleId): string {
  const reader = workspace.activeReader()
  const content = reader === null ? null : findReaderContent(reader)
  if (reader === null || content === null) return ''
  const selected = reader.selection()?.text.trim() ?? ''
  if (selected !== '') return selected
  const { focusId } = workspace.get()
  const chosen = focusId === null ? null : records.annotation(focusId)
  if (chosen?.articleId === articleId) return quoteOf(chosen)
  const { text } = content.revision
  const { start, end } = sentenceAround(text, reader.caret())
  return text.slice(start, end)
}

/** Shows words of an article, chosen: beside another article, or alone where that is null. */
export function goToWords(parts: Parts, words: WantedWords, besideId: ArticleId | null): void {
  const { workspace } = parts
  const { articleId } = words
  wantWords(words)
  if (besideId === null) openArticle(parts, articleId)
  else compareBeside(parts, besideId, articleId)
  // Where it could not be opened, nothing is to be chosen in it later.
  if (workspace.activeArticle() !== articleId) wantWords(null)
  const reader = workspace.readers.get(articleId)
  if (reader === undefined || !showWanted(articleId, reader)) return
  reader.focus()
}
