/** What reading a file gives, as it comes back from the worker. */
import type { WireError } from '../../app/errors.ts'
import type { ComposedArticle } from '../../app/extract/document.ts'
import type { SourceFile } from '../../app/model.ts'
import type { Fingerprint } from '../../db/fingerprint.ts'
import type { FileOptions, FileRead } from './readFile.ts'

/** One article of a file, with what it is known by. */
export type ParsedArticle = ComposedArticle & { readonly fingerprint: Fingerprint }

/** A file read as articles. */
export type ParsedFile = Omit<FileRead, 'articles'> & { readonly articles: ParsedArticle[] }

/** What the worker is given. */
export type ParseTask = {
  readonly bytes: Uint8Array
  readonly name: string
  readonly options: FileOptions
}

/** What the worker gives back; an exception would lose its code on the way. */
export type ParseAnswer =
  | { readonly ok: true; readonly value: ParsedFile }
  | { readonly ok: false; readonly error: WireError }

/** How a file was read. */
export type Reading = Pick<SourceFile, 'format' | 'mediaType' | 'encoding' | 'encodingSure' | 'mapping'>

/** How an article was read, as its source file keeps it: its part of the file where it lay in a file within the file. */
export function readingOf(parsed: ParsedFile, { inside }: Pick<ParsedArticle, 'inside'>): Reading {
  const { format, mediaType, encoding, encodingSure, mapping } =
    inside === null ? parsed : { ...parsed, ...inside }
  return { format, mediaType, encoding, encodingSure, mapping }
}

/** How the whole file was read; where a part of it is doubtful, how that part was. */
export function readingOfAll(parsed: ParsedFile): Reading {
  const doubtful = parsed.articles.find(({ inside }) => inside?.encodingSure === false)
  return readingOf(parsed, doubtful ?? { inside: null })
}
