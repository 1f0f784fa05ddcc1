/** Words to be chosen in an article that is being opened: its reader is there only once its text is. */
import type { ArticleId } from '../../app/ids.ts'
import type { Range } from '../../app/model.ts'
import type { Reader } from '../reader/reader.ts'
import { findReaderContent } from './readerContent.ts'

/** `text` is what stands at `range`. */
export type WantedWords = { readonly articleId: ArticleId; readonly range: Range; readonly text: string }

let wanted: WantedWords | null = null

/** Says which words are to be chosen next; null for none. */
export const wantWords = (words: WantedWords | null): void => {
  wanted = words
}

/** Chooses the words that are wanted of this article and brings them into view; false where there are none, or the text has changed. */
export function showWanted(articleId: ArticleId, reader: Reader): boolean {
  const content = findReaderContent(reader)
  if (wanted?.articleId !== articleId || content === null) return false
  const { range, text } = wanted
  wanted = null
  if (content.revision.text.slice(range.start, range.end) !== text) return false
  reader.select(range)
  reader.reveal(range, 'center')
  return true
}
