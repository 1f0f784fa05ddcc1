/** Saved web pages: `.html`, `.htm`, `.xhtml`. */

import { afterProlog, type Format, hasExtension, oneDocument, peek } from './format.ts'
import { decodeMarkup } from './markupText.ts'
import { readPage } from './page.ts'

const extensions = ['.html', '.htm', '.xhtml', '.xht', '.shtml']

/** Saved web pages. */
export const htmlFormat: Format = {
  id: 'html',
  label: 'saved web page',
  extensions,
  mediaType: 'text/html',
  recognise(bytes, name) {
    const head = peek(bytes, 4096).toLowerCase()
    if (/^(?:<!doctype\s+html|<html[\s>])/u.test(afterProlog(head))) return 0.95
    const named = hasExtension(name, extensions)
    const tags = head.match(/<(?:head|title|body|meta|div|p|h1|table|article|span|a)[\s>]/gu)?.length ?? 0
    if (/^\s*</u.test(head) && tags >= 1) return named ? 0.9 : tags >= 3 ? 0.6 : 0.45
    return named ? (tags > 0 ? 0.6 : 0.3) : 0
  },
  async read(bytes, name, options) {
    const { text, encoding, sure } = decodeMarkup(bytes, options.encoding)
    return oneDocument(readPage(text, name), { name: encoding, sure })
  },
}
