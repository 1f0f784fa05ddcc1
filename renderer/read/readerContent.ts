/** Which article a reader shows, for commands that need its text: a reader holds it as a document. */
import type { ArticleContent } from '../../app/contract.ts'
import type { Reader } from '../reader/reader.ts'

const contents = new WeakMap<Reader, ArticleContent>()

/** Says what the reader shows from now on. */
export const setReaderContent = (reader: Reader, content: ArticleContent): void => {
  contents.set(reader, content)
}

/** What the reader shows; null before its first content. */
export const findReaderContent = (reader: Reader): ArticleContent | null => contents.get(reader) ?? null
