/** Every import format. A new one is its file and its line here. */
import { csvFormat } from './csv.ts'
import { docxFormat } from './docx.ts'
import { feedFormat } from './feed.ts'
import type { Format } from './format.ts'
import { htmlFormat } from './html.ts'
import { jsonFormat } from './json.ts'
import { emlFormat, mboxFormat } from './mail.ts'
import { markdownFormat } from './markdown.ts'
import { mhtmlFormat } from './mhtml.ts'
import { odtFormat } from './odt.ts'
import { pdfFormat } from './pdf.ts'
import { rtfFormat } from './rtf.ts'
import { textFormat } from './text.ts'
import { zipFormat } from './zip.ts'

/** In the order in which they win where two are equally sure. */
export const formats: readonly Format[] = [
  pdfFormat,
  docxFormat,
  odtFormat,
  rtfFormat,
  mhtmlFormat,
  mboxFormat,
  emlFormat,
  feedFormat,
  htmlFormat,
  jsonFormat,
  csvFormat,
  markdownFormat,
  zipFormat,
  textFormat,
]
