/**
 * Word files (`.docx`), by mammoth to markup and by our own walk to blocks.
 * Insertions that are tracked count as accepted and deletions as done; notes
 * follow the text; comments of reviewers, pictures and page heads are left out.
 * mammoth gets the archive without its pictures and within our bounds, since the
 * library it unpacks with has none.
 */
import { zipSync } from 'fflate'
import { GainsayError } from '../../../app/errors.ts'
import { readByline } from '../../../app/extract/bylines.ts'
import type { ReadBlock } from '../../../app/extract/document.ts'
import type { Metadata } from '../../../app/model.ts'
import { thinWordXml } from './docxThin.ts'
import { type Format, hasExtension, oneDocument } from './format.ts'
import { blocksOfMarkup } from './fragment.ts'
import { decodeMarkup } from './markupText.ts'
import { readPageDate } from './pageMetadata.ts'
import { findEntry, isZip, listEntries, readEntry, type ZipEntry } from './unzip.ts'
import { parseXml, textAt, xmlAsUtf8 } from './xml.ts'

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
]

/** Word files. */
export const docxFormat: Format = {
  id: 'docx',
  label: 'Word file',
  extensions: ['.docx', '.docm'],
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  mostBytes: 128 * 1024 * 1024,
  recognise(bytes, name) {
    if (!isZip(bytes)) return 0
    const entries = tryList(bytes)
    if (
      entries.some((entry) => /(?:^|\/)document\d*\.xml$/u.test(entry.name) && entry.name.startsWith('word'))
    )
      return 0.97
    return hasExtension(name, ['.docx', '.docm']) ? 0.7 : 0
  },
  async read(bytes, name) {
    const entries = listEntries(bytes)
    const markup = await convert(bytes, entries)
    const blocks = blocksOfMarkup(markup).map(
      (block): ReadBlock => ({ ...block, text: tidyNote(block.text) }),
    )
    if (blocks.length === 0)
      throw new GainsayError('unreadable', 'The Word file holds no text, only pictures or nothing at all.')
    return oneDocument({
      name,
      blocks,
      judged: false,
      authored: true,
      metadata: await readProperties(bytes, entries),
      warnings: [],
    })
  },
}

/** The entries of an archive; none where its directory is broken, which reading will say. */
export function tryList(bytes: Uint8Array): ZipEntry[] {
  try {
    return listEntries(bytes)
  } catch (error) {
    if (error instanceof GainsayError) return []
    throw error
  }
}

async function convert(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<string> {
  const kept: Record<string, Uint8Array> = {}
  for (const entry of entries)
    if (/\.(?:xml|rels)$/iu.test(entry.name) && !entry.name.includes('embeddings/'))
      kept[entry.name] = thinWordXml(xmlAsUtf8(readEntry(bytes, entry)))
  // Loaded with the first Word file: threads of an import without any need neither its time nor its memory.
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(kept, { level: 0 })) },
      {
        styleMap: styles,
        ignoreEmptyParagraphs: true,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return numberNotes(value)
  } catch (error) {
    // Nested too deeply for its parser, which is said of every format alike.
    if (error instanceof RangeError) throw error
    throw new GainsayError(
      'unreadable',
      'The Word file is damaged: it does not hold the text that such a file must have.',
      { cause: error },
    )
  }
}

/** Notes under the number that their marks in the text have. */
function numberNotes(markup: string): string {
  let number = 0
  return markup.replace(/<li id="(?:footnote|endnote)-[^"]*">(?:<p>)?/gu, (opening) => {
    number += 1
    return `${opening}[${number}] `
  })
}

/** The arrow back to the text, at the end of a note. */
function tidyNote(text: string): string {
  return text.replace(/\s*↑$/u, '')
}

async function readProperties(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Partial<Metadata>> {
  const core = findEntry(bytes, entries, 'docProps/core.xml')
  if (core === null) return {}
  const xml = await parseXml(decodeMarkup(core).text)
  const metadata: Partial<Metadata> = {}
  const title = textAt(xml, 'dc:title')
  const author = textAt(xml, 'dc:creator')
  const language = textAt(xml, 'dc:language')
  // Word itself writes such titles and names; they say nothing of the article.
  if (title !== null && !/^(?:document\d*|untitled|microsoft word\b.*|.*\.docx?)$/iu.test(title))
    metadata.headline = title
  if (author !== null && readByline(`By ${author}`) !== null)
    metadata.authors = readByline(`By ${author}`)?.authors ?? []
  if (language !== null) metadata.language = language
  const published = readPageDate(textAt(xml, 'dcterms:issued') ?? '')
  if (published !== null) metadata.published = published
  return metadata
}
