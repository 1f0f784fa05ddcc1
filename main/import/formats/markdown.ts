/** Markdown by marked, to markup and by our own walk to blocks; front matter (YAML) is metadata. */
import { marked, Tokenizer } from 'marked'
import { parse as parseYaml } from 'yaml'
import { GainsayError } from '../../../app/errors.ts'
import type { Metadata } from '../../../app/model.ts'
import { type Format, hasExtension, oneDocument, peek, tooDeep } from './format.ts'
import { blocksOfMarkup } from './fragment.ts'
import { readAuthors } from './pageAuthors.ts'
import { readPageDate } from './pageMetadata.ts'
import { decodePlain } from './plainText.ts'

const deepest = 100
const extensions = ['.md', '.markdown', '.mdown', '.mkd']

/** Markdown files. */
export const markdownFormat: Format = {
  id: 'markdown',
  label: 'Markdown',
  extensions,
  mediaType: 'text/markdown',
  recognise(bytes, name) {
    if (hasExtension(name, extensions)) return 0.8
    return /^---\r?\n(?:[\w-]+:.*\r?\n)+---\r?\n/u.test(peek(bytes, 4096)) ? 0.6 : 0
  },
  async read(bytes, name, options) {
    const { text, name: encoding, sure } = decodePlain(bytes, options.encoding)
    const matter = /^---\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)\n/u.exec(text)
    const blocks = blocksOfMarkup(toMarkup(text.slice(matter?.[0].length ?? 0)))
    if (blocks.length === 0) throw new GainsayError('unreadable', 'The Markdown file holds no text.')
    return oneDocument(
      { name, blocks, judged: false, metadata: readMatter(matter?.[1] ?? ''), warnings: [] },
      { name: encoding, sure },
    )
  },
}

/** Lists and quotes in lists and quotes: each level reads all of its text again, so their number is bounded. */
class BoundedTokenizer extends Tokenizer {
  private depth = 0

  override list(source: string) {
    return this.within(() => super.list(source))
  }

  override blockquote(source: string) {
    return this.within(() => super.blockquote(source))
  }

  private within<T>(read: () => T): T {
    if (this.depth === deepest) throw tooDeep()
    this.depth += 1
    const token = read()
    this.depth -= 1
    return token
  }
}

function toMarkup(text: string): string {
  try {
    return marked.parse(text, { async: false, gfm: true, tokenizer: new BoundedTokenizer() })
  } catch (error) {
    // marked adds words of its own to what it passes on.
    if (error instanceof GainsayError) throw tooDeep(error)
    // Too deep or too long for its parser, which is said of every format alike.
    if (error instanceof RangeError) throw error
    throw new GainsayError('unreadable', 'The parser of Markdown could make nothing of the file.', {
      cause: error,
    })
  }
}

function readMatter(source: string): Partial<Metadata> {
  const fields = parseFields(source)
  const text = (...keys: string[]) => {
    const value = keys
      .map((key) => fields.get(key))
      .find((one) => one !== undefined && one !== null && one !== '')
    return value instanceof Date
      ? value.toISOString()
      : Array.isArray(value)
        ? value.join('; ')
        : typeof value === 'string' || typeof value === 'number'
          ? String(value)
          : ''
  }
  const metadata: Partial<Metadata> = {}
  if (text('title', 'headline') !== '') metadata.headline = text('title', 'headline')
  const authors = text('author', 'authors', 'by', 'byline')
    .split(';')
    .flatMap((name) => readAuthors(name))
  if (authors.length > 0) metadata.authors = authors
  const published = readPageDate(text('date', 'published', 'publish_date', 'pubdate', 'created'))
  if (published !== null) metadata.published = published
  if (text('publisher', 'source', 'site', 'publication') !== '')
    metadata.publisher = text('publisher', 'source', 'site', 'publication')
  if (/^https?:\/\/\S+$/u.test(text('url', 'link', 'canonical', 'source_url', 'source')))
    metadata.url = text('url', 'link', 'canonical', 'source_url', 'source')
  if (/^[a-z]{2,3}(?:-\w{2,8})*$/iu.test(text('lang', 'language')))
    metadata.language = text('lang', 'language')
  return metadata
}

function parseFields(source: string): Map<string, unknown> {
  try {
    const value: unknown = parseYaml(source, { maxAliasCount: 0, schema: 'failsafe' })
    return new Map(
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([key, one]) => [key.toLowerCase(), one])
        : [],
    )
  } catch {
    // Front matter that is no YAML states nothing; the text below it is what counts.
    return new Map()
  }
}
