/**
 * PDF by pdf.js, for its text layer only: no page is drawn, no font or character
 * map is fetched, no script in the file is looked at. A file of pictures, or one
 * whose letters have no meaning, is refused with that reason.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GainsayError } from '../../../app/errors.ts'
import type { Metadata } from '../../../app/model.ts'
import { countMatches } from '../counting.ts'
import { type Format, hasExtension, oneDocument, peek } from './format.ts'
import { readAuthors } from './pageAuthors.ts'
import { blocksOfPages, type PageLines } from './pdfBlocks.ts'
import { orderLines, type Piece } from './pdfLines.ts'

const mostPages = 3000
const mostPieces = 2_000_000

/** PDF documents. */
export const pdfFormat: Format = {
  id: 'pdf',
  label: 'PDF document',
  extensions: ['.pdf'],
  mediaType: 'application/pdf',
  mostBytes: 256 * 1024 * 1024,
  recognise(bytes, name) {
    const head = peek(bytes, 1024)
    if (head.startsWith('%PDF-')) return 1
    if (head.includes('%PDF-')) return 0.9
    return hasExtension(name, ['.pdf']) ? 0.4 : 0
  },
  async read(bytes, name) {
    const pdf = await open(bytes)
    try {
      if (pdf.numPages > mostPages)
        throw new GainsayError(
          'too-large',
          `The PDF has ${pdf.numPages} pages; Gainsay reads up to ${mostPages}. Split it and import the parts.`,
        )
      const { pages, warnings } = await readPages(pdf)
      checkText(pages, pdf.numPages)
      return oneDocument({
        name,
        blocks: blocksOfPages(pages),
        judged: false,
        authored: true,
        metadata: await readInfo(pdf),
        warnings,
      })
    } finally {
      await pdf.loadingTask.destroy()
    }
  },
}

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
type Pdf = Awaited<ReturnType<Library['getDocument']>['promise']>

/** The library is large, and is loaded with the first PDF; its parser runs in this thread. */
async function load(): Promise<Library> {
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // Found under this name, the parser need not be looked for on disk.
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
  return library
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  const { getDocument, VerbosityLevel } = await load()
  const home = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
  try {
    return await getDocument({
      // pdf.js takes the bytes over, and takes no Buffer.
      data: new Uint8Array(bytes),
      verbosity: VerbosityLevel.ERRORS,
      cMapUrl: `${join(home, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
      useWorkerFetch: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWasm: false,
      enableXfa: false,
      stopAtErrors: false,
    }).promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new GainsayError(
        'unreadable',
        'The PDF is locked with a password. Save it without one and import it again.',
        { cause: error },
      )
    throw new GainsayError('unreadable', 'The PDF is damaged: its table of contents cannot be read.', {
      cause: error,
    })
  }
}

async function readPages(pdf: Pdf): Promise<{ pages: PageLines[]; warnings: string[] }> {
  const pages: PageLines[] = []
  const warnings: string[] = []
  let pieces = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number)
      const { width, height, transform } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent({ disableNormalization: false })
      pieces += items.length
      if (pieces > mostPieces)
        throw new GainsayError(
          'too-large',
          'The PDF has more text than Gainsay reads; split it and import the parts.',
        )
      pages.push({ page: number, height, regions: regionsOf(items, transform, { width, height }) })
      page.cleanup()
    } catch (error) {
      if (error instanceof GainsayError) throw error
      warnings.push(`Page ${number} is damaged and was left out.`)
    }
  }
  if (pages.length === 0)
    throw new GainsayError('unreadable', 'The PDF is damaged: not one of its pages can be found or read.')
  return { pages, warnings }
}

type Items = Awaited<ReturnType<Awaited<ReturnType<Pdf['getPage']>>['getTextContent']>>['items']

/** Pieces by the direction they are written in; most pages have one direction, the rest follow it. */
function regionsOf(items: Items, view: number[], page: { width: number; height: number }) {
  const turned: Piece[][] = [[], [], [], []]
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const [a, b, , , e, f] = multiply(view, item.transform)
    const size = Math.hypot(a, b)
    const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4
    const place = [
      { x: e, y: f },
      { x: f, y: page.width - e },
      { x: page.width - e, y: page.height - f },
      { x: page.height - f, y: e },
    ][turn]
    if (place !== undefined && size > 0)
      turned[turn]?.push({
        text: toLetters(item.str),
        width: item.width,
        size,
        rtl: item.dir === 'rtl',
        ...place,
      })
  }
  return turned.sort((a, b) => b.length - a.length).flatMap((pieces) => orderLines(pieces))
}

/**
 * Arabic letters in the shapes they take in a word are written as the letters they are; ligatures likewise.
 * Unicode takes a vowel sign that stands alone for a space with the sign; here it belongs to the letter before it.
 */
function toLetters(text: string): string {
  return text.replace(/[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC]/gu, (sign) =>
    sign.normalize('NFKC').replace(/^ (?=\p{M})/u, ''),
  )
}

type Matrix = [number, number, number, number, number, number]

function multiply(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function checkText(pages: readonly PageLines[], count: number): void {
  const text = pages
    .map(({ regions }) =>
      regions
        .flat()
        .map((line) => line.text)
        .join(''),
    )
    .join('')
  const letters = countMatches(text, /[\p{L}\p{N}]/gu)
  const lost = countMatches(text, /[\uFFFD\p{Co}\p{Cn}\p{Cc}]/gu)
  if (lost > letters)
    throw new GainsayError(
      'unreadable',
      'The PDF shows letters but does not say which they are (its fonts have no table of characters), so its text cannot be read. Try a version with recognised text.',
    )
  if (letters === 0)
    throw new GainsayError(
      'unreadable',
      `The PDF has no text layer: its ${count === 1 ? 'page is a picture' : 'pages are pictures'}, or empty. Have its text recognised (OCR) and import it again.`,
    )
}

async function readInfo(pdf: Pdf): Promise<Partial<Metadata>> {
  const metadata: Partial<Metadata> = {}
  // pdf.js types the information dictionary as an object of anything.
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> }
  const stated = (key: string) => {
    const value = info[key]
    return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : ''
  }
  const title = stated('Title')
  // Programs write file names and their own names as titles; a headline has several words.
  if (
    title.split(' ').length >= 3 &&
    !/^(?:microsoft|untitled|powerpoint|document)\b|\.(?:docx?|pdf|indd|qxd|odt|rtf|tex|dvi)$/iu.test(title)
  )
    metadata.headline = title
  const authors = readAuthors(stated('Author')).filter((name) => name.includes(' '))
  if (authors.length > 0) metadata.authors = authors
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(stated('Language'))) metadata.language = stated('Language')
  return metadata
}
