/**
 * Mail: single messages (`.eml`) and mailboxes (`.mbox`). Subject, sender and date
 * are metadata; newsletters go the way of web pages; attachments that some format
 * reads become articles of their own, pictures and the like do not.
 */
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { GainsayError } from '../../../app/errors.ts'
import { blocksOfText, headBlock, type ReadDocument } from '../../../app/extract/document.ts'
import { isName } from '../../../app/extract/names.ts'
import { maxTextLines } from '../../../app/limits.ts'
import type { Metadata } from '../../../app/model.ts'
import { refusedFor } from '../refusal.ts'
import { type Format, type FormatResult, hasExtension, peek, type ReadOptions, tooDeep } from './format.ts'
import { readPage } from './page.ts'
import { readPageDate } from './pageMetadata.ts'

const mostMessages = 20_000
const bounds = { maxNestingDepth: 50, maxHeadersSize: 1024 * 1024 }
const header =
  /^(?:(?:Return-Path|Received|From|To|Cc|Subject|Date|Message-ID|MIME-Version|Delivered-To|DKIM-Signature|X-[\w-]+|Content-Type|Reply-To|Sender|Authentication-Results|ARC-[\w-]+|List-[\w-]+|Content-Transfer-Encoding):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)/iu
const notArticles = /^(?:image|video|audio|font)\/|pkcs7|pgp-|calendar|ms-tnef|vcard/iu

/** One message. */
export const emlFormat: Format = {
  id: 'eml',
  label: 'mail',
  extensions: ['.eml'],
  mediaType: 'message/rfc822',
  mostBytes: 64 * 1024 * 1024,
  recognise(bytes, name) {
    const head = peek(bytes, 8192)
    const mail =
      header.test(head) &&
      /^(?:from|subject):/imu.test(head) &&
      /^(?:date|to|message-id|mime-version|received):/imu.test(head)
    if (mail) return 0.9
    return hasExtension(name, ['.eml']) ? 0.5 : 0
  },
  read: (bytes, name, options) => readMessage(bytes, name, options),
}

/** A mailbox of messages, each opened by a line `From …`. */
export const mboxFormat: Format = {
  id: 'mbox',
  label: 'mailbox',
  extensions: ['.mbox', '.mbx'],
  mediaType: 'application/mbox',
  mostBytes: 256 * 1024 * 1024,
  recognise(bytes, name) {
    const head = peek(bytes, 4096)
    if (/^From \S.*\d{4}\r?\n/u.test(head) && header.test(head.slice(head.indexOf('\n') + 1))) return 0.96
    return hasExtension(name, ['.mbox', '.mbx']) ? 0.45 : 0
  },
  async read(bytes, name, options) {
    const all: FormatResult = {
      documents: [],
      refused: [],
      encoding: null,
      encodingSure: true,
      mapping: null,
    }
    const messages = splitMailbox(bytes)
    if (messages.length === 0) throw new GainsayError('unreadable', 'The mailbox holds no messages.')
    for (const [index, message] of messages.entries()) {
      const own = `${name}, message ${index + 1}`
      try {
        const { documents, refused } = await readMessage(message, own, options)
        all.documents.push(...documents)
        all.refused.push(...refused)
      } catch (error) {
        all.refused.push({ name: own, error: refusedFor(error) })
      }
    }
    return all
  },
}

/** The messages' bytes, without the opening line and with `>From` as it was written. Format: RFC 4155, appendix A. */
function splitMailbox(bytes: Uint8Array): Uint8Array[] {
  const text = new TextDecoder('latin1').decode(bytes)
  const starts = [...text.matchAll(/(?:^|\n\r?\n)(?=From \S[^\n]*\d{4}\s*\r?\n)/gu)].map(
    (match) => match.index + match[0].length,
  )
  if (starts.length > mostMessages)
    throw new GainsayError(
      'too-large',
      `The mailbox holds ${starts.length} messages; Gainsay takes in ${mostMessages} at a time.`,
    )
  return starts.map((start, index) => {
    const from = text.indexOf('\n', start) + 1
    const message = bytes.subarray(from, starts[index + 1] ?? bytes.length)
    if (!text.slice(from, from + message.length).includes('\n>From ')) return message
    return Buffer.from(text.slice(from, from + message.length).replace(/\n>(>*From )/gu, '\n$1'), 'latin1')
  })
}

async function readMessage(bytes: Uint8Array, name: string, options: ReadOptions): Promise<FormatResult> {
  checkLines(bytes)
  let mail: Email
  try {
    mail = await PostalMime.parse(withoutEnd(bytes), bounds)
  } catch (error) {
    // Its parser tells which of the bounds it met in words alone.
    const words = error instanceof Error ? error.message : ''
    if (/nesting depth/u.test(words)) throw tooDeep(error)
    if (/header size/u.test(words))
      throw new GainsayError(
        'too-large',
        'The head of the mail and those of its parts have more than 1 MB together, which no mail has; it was not imported.',
        { cause: error },
      )
    throw new GainsayError('unreadable', 'The mail breaks the rules of its format and could not be read.', {
      cause: error,
    })
  }
  const result: FormatResult = {
    documents: [],
    refused: [],
    encoding: null,
    encodingSure: true,
    mapping: null,
  }
  const document = readBody(mail, name)
  if (document !== null) result.documents.push(document)
  for (const attachment of mail.attachments) await addAttachment(result, attachment, options)
  if (result.documents.length === 0 && result.refused.length === 0)
    throw new GainsayError('unreadable', 'The mail holds no text.')
  return result
}

/** Without the blank lines at its end, each of which would be a line for the parser to keep. */
function withoutEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (bytes[end - 1] === 0x0a && (bytes[end - 2] === 0x0a || bytes[end - 2] === 0x0d)) end -= 1
  return bytes.subarray(0, end)
}

/** The parser keeps each line by itself; a body of plain text has no more of them than a text file may. */
function checkLines(bytes: Uint8Array): void {
  const body = startOfBody(bytes)
  if (body === bytes.length) return
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, body).toString('latin1')
  if (/^content-type:\s*(?!text\/plain\b)\S/imu.test(head)) return
  if (/^content-transfer-encoding:\s*base64/imu.test(head)) return
  let lines = 0
  let blank = true
  for (let at = body; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte > 0x20) blank = false
    if (byte !== 0x0a) continue
    if (!blank) lines += 1
    blank = true
  }
  if (lines > maxTextLines)
    throw new GainsayError(
      'too-large',
      `The mail has more than ${maxTextLines.toLocaleString('en')} lines of text, which is more than an article has, so nothing was imported of it.`,
    )
}

/** The end of the mail where its head is longer than it may be. */
function startOfBody(bytes: Uint8Array): number {
  const end = Math.min(bytes.length, bounds.maxHeadersSize)
  for (let at = 0; at < end; at += 1)
    if (bytes[at] === 0x0a && (bytes[at + 1] === 0x0a || (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a)))
      return at + 1
  return bytes.length
}

function readBody(mail: Email, name: string): ReadDocument | null {
  const stated = readHeader(mail)
  const head = stated.headline === undefined ? [] : [headBlock(stated.headline)]
  const html = mail.html?.trim() ?? ''
  if (html !== '' && /[\p{L}\p{N}]/u.test(html.replace(/<[^<>]*>/gu, ''))) {
    const page = readPage(html, name)
    // A mail's own page head is a template's; sender, subject and date come from the mail.
    const { language, url } = page.metadata
    const metadata = {
      ...(language === undefined ? {} : { language }),
      ...(url === undefined ? {} : { url }),
      ...stated,
    }
    return { ...page, blocks: [...head, ...page.blocks], metadata }
  }
  const text = mail.text?.trim() ?? ''
  if (text === '') return null
  return {
    name,
    blocks: [...head, ...blocksOfText(text.replace(/\r\n?/gu, '\n'))],
    judged: false,
    metadata: stated,
    warnings: [],
  }
}

function readHeader(mail: Email): Partial<Metadata> {
  const metadata: Partial<Metadata> = {}
  const subject =
    mail.subject
      ?.replace(/\s+/gu, ' ')
      .replace(/^(?:\s*(?:re|fwd?|aw|wg|tr|rv|sv|antw)\s*:)+\s*/iu, '')
      .trim() ?? ''
  if (subject !== '') metadata.headline = subject
  const sender = nameOf(mail.from)
  if (sender !== null && isName(sender) && sender.includes(' ')) metadata.authors = [sender]
  else if (sender !== null) metadata.publisher = sender.slice(0, 256)
  const published = readPageDate(mail.date ?? '')
  if (published !== null) metadata.published = published
  return metadata
}

function nameOf(address: Address | undefined): string | null {
  const name = address?.name?.replace(/^["']|["']$/gu, '').trim() ?? ''
  return name !== '' ? name : (address?.address?.trim() ?? null) || null
}

async function addAttachment(
  result: FormatResult,
  attachment: Attachment,
  options: ReadOptions,
): Promise<void> {
  const { content, mimeType, filename, disposition } = attachment
  if (
    options.readInside === undefined ||
    notArticles.test(mimeType) ||
    (disposition !== 'attachment' && filename === null)
  )
    return
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  const name = filename ?? (mimeType === 'message/rfc822' ? 'attached mail.eml' : 'attachment')
  try {
    const { documents, refused } = await options.readInside(bytes, name)
    result.documents.push(...documents)
    result.refused.push(...refused)
  } catch (error) {
    result.refused.push({ name, error: refusedFor(error) })
  }
}
