/**
 * Whole-page archives (`.mhtml`, `.mht`) as browsers save them: the first part
 * that is a page is the page; frames, styles and pictures beside it are not read.
 * Format: RFC 2557 over RFC 2045.
 */
import { GainsayError } from '../../../app/errors.ts'
import { type Format, hasExtension, oneDocument, peek } from './format.ts'
import { decodeMarkup } from './markupText.ts'
import { readPage } from './page.ts'

const extensions = ['.mhtml', '.mht']

/** Whole-page archives. */
export const mhtmlFormat: Format = {
  id: 'mhtml',
  label: 'whole-page archive',
  extensions,
  mediaType: 'multipart/related',
  recognise(bytes, name) {
    const head = peek(bytes, 4096)
    const related = /^content-type:\s*multipart\/related/imu.test(head)
    if (
      related &&
      (/^(?:snapshot-content-location:|from:\s*<saved by)/imu.test(head) || hasExtension(name, extensions))
    )
      return 0.97
    return hasExtension(name, extensions) ? 0.4 : 0
  },
  async read(bytes, name, options) {
    const text = new TextDecoder('latin1').decode(bytes)
    const top = readHeaders(text)
    const part = findPage(text, top)
    if (part === null) throw new GainsayError('unreadable', 'The archive holds no page.')
    const content = decodeTransfer(part.body, part.headers.get('content-transfer-encoding') ?? '')
    const declared = /charset\s*=\s*"?([\w.:-]+)/iu.exec(part.headers.get('content-type') ?? '')?.[1] ?? null
    const { text: markup, encoding, sure } = decodeMarkup(content, options.encoding, declared)
    const page = readPage(markup, name)
    const place = top.headers.get('snapshot-content-location') ?? part.headers.get('content-location') ?? ''
    if (page.metadata.url === undefined && /^https?:\/\/\S+$/u.test(place)) page.metadata.url = place
    return oneDocument(page, { name: encoding, sure })
  },
}

type Part = { headers: Map<string, string>; body: string }

function readHeaders(text: string): Part {
  const end = /\r?\n\r?\n/u.exec(text)
  const head = text.slice(0, end?.index ?? text.length).replace(/\r?\n[ \t]+/gu, ' ')
  const headers = new Map<string, string>()
  for (const line of head.split(/\r?\n/u)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: end === null ? '' : text.slice(end.index + end[0].length) }
}

function findPage(text: string, top: Part): Part | null {
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/iu.exec(top.headers.get('content-type') ?? '')
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return isPage(top) ? top : null
  let at = text.indexOf(`--${mark}`)
  while (at >= 0) {
    const from = text.indexOf('\n', at) + 1
    const next = text.indexOf(`\n--${mark}`, from)
    const part = readHeaders(text.slice(from, next < 0 ? text.length : next))
    if (from > 0 && isPage(part)) return part
    at = next < 0 || from === 0 ? -1 : next + 1
  }
  return null
}

const isPage = ({ headers }: Part) =>
  /^(?:text\/html|application\/xhtml\+xml)/iu.test(headers.get('content-type') ?? '')

function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (/base64/iu.test(encoding)) return new Uint8Array(Buffer.from(body, 'base64'))
  const plain = /quoted-printable/iu.test(encoding)
    ? body
        // Only from where the blanks begin, or a long run of them is gone through from each of its places.
        .replace(/(?<![ \t])[ \t]*=\r?\n/gu, '')
        .replace(/=([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : body
  return new Uint8Array(Buffer.from(plain, 'latin1'))
}
