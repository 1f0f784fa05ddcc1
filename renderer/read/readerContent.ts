/** Which article a reader shows, for commands that need its text: a reader holds it as a document. */
import type { ArticleContent } from '../../app/results.ts'
import type { Reader } from '../reader/reader.ts'

/** Whether the text is that of a revision the article has left behind, which is for reading only. */
export const isOlder = ({ article, revision }: ArticleContent): boolean => article.revisionId !== revision.id

/** Said where something is to be changed on an older revision. */
export const olderRefusal =
  'This is an older revision, which is for reading only. Go back to the current text first.'

const contents = new WeakMap<Reader, ArticleContent>()

/** Says what the reader shows from now on. */
export const setReaderContent = (reader: Reader, content: ArticleContent): void => {
  contents.set(reader, content)
}

/** What the reader shows; null before its first content. */
export const findReaderContent = (reader: Reader): ArticleContent | null => contents.get(reader) ?? null
