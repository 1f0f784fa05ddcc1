/**
 * RTF by its control words: text, paragraphs, table rows, headings by outline
 * level or style, notes after the text. Tracked deletions are gone, insertions
 * stay; pictures, objects, page heads and fields' instructions are passed over.
 * One loop without recursion. Format: Rich Text Format Specification 1.9.1.
 */
import { GainsayError } from '../../../app/errors.ts'
import { paragraph, type ReadBlock } from '../../../app/extract/document.ts'
import type { Metadata } from '../../../app/model.ts'
import { type Format, hasExtension, oneDocument, peek, tooDeep } from './format.ts'
import { readAuthors } from './pageAuthors.ts'
import { charsetEncodings, codePageEncodings, signWords, skippedGroups } from './rtfWords.ts'

const deepest = 2000

/** RTF documents. */
export const rtfFormat: Format = {
  id: 'rtf',
  label: 'RTF document',
  extensions: ['.rtf'],
  mediaType: 'application/rtf',
  recognise: (bytes, name) =>
    /^\s*\{\\rtf/u.test(peek(bytes, 64)) ? 1 : hasExtension(name, ['.rtf']) ? 0.3 : 0,
  async read(bytes, name) {
    if (!/^\s*\{\\rtf/u.test(peek(bytes, 64)))
      throw new GainsayError('unreadable', 'The file is called RTF but does not begin as RTF does.')
    const reader = new Reader(new TextDecoder('latin1').decode(bytes))
    reader.run()
    const blocks = [...reader.blocks, ...reader.notes]
    if (blocks.length === 0) throw new GainsayError('unreadable', 'The RTF file holds no text.')
    return oneDocument({
      name,
      blocks,
      judged: false,
      authored: true,
      metadata: reader.metadata(),
      warnings: [],
    })
  },
}

type Target = 'text' | 'skip' | 'note' | 'title' | 'author' | 'styles' | 'fonts'
type State = {
  target: Target
  deleted: boolean
  hidden: boolean
  skipAfterUnicode: number
  encoding: string
  level: number | null
  list: boolean
  inTable: boolean
  /** Within the text of a drawn box. */
  box: boolean
}

class Reader {
  readonly blocks: ReadBlock[] = []
  readonly notes: ReadBlock[] = []
  private readonly source: string
  private readonly stack: State[] = []
  private state: State = {
    target: 'text',
    deleted: false,
    hidden: false,
    skipAfterUnicode: 1,
    encoding: 'windows-1252',
    level: null,
    list: false,
    inTable: false,
    box: false,
  }
  private text = ''
  /** Whether `text` holds more than blanks; looking at a text that grows would copy it each time. */
  private worded = false
  private note = ''
  private info = { title: '', author: '' }
  private row: string[] = []
  private bytes: number[] = []
  private toSkip = 0
  private font = 0
  private styleNumber = 0
  private styleName = ''
  private readonly fontEncodings = new Map<number, string>()
  private readonly styleLevels = new Map<number, number>()

  constructor(source: string) {
    this.source = source
  }

  run(): void {
    const token =
      /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giuy
    for (let match = token.exec(this.source); match !== null; match = token.exec(this.source)) {
      const [, word, number, hex, sign, brace, plain] = match
      if (hex !== undefined) this.byte(Number.parseInt(hex, 16))
      else if (word !== undefined) this.word(word, number === undefined ? null : Number(number), token)
      else if (sign !== undefined) this.sign(sign)
      else if (brace !== undefined) this.brace(brace)
      else if (plain !== undefined) this.plain(plain)
    }
    // Cells of a row that never ends are text as any other.
    if (this.row.length > 0) this.endRow()
    this.endParagraph()
  }

  metadata(): Partial<Metadata> {
    const metadata: Partial<Metadata> = {}
    const title = this.info.title.replace(/\s+/gu, ' ').trim()
    const authors = readAuthors(this.info.author).filter((name) => name.includes(' '))
    if (title !== '' && !/\.(?:rtf|docx?)$/iu.test(title)) metadata.headline = title
    if (authors.length > 0) metadata.authors = authors
    return metadata
  }

  private brace(brace: string): void {
    this.flushBytes()
    if (brace === '{') {
      if (this.stack.length >= deepest) throw tooDeep()
      this.stack.push({ ...this.state })
      return
    }
    if (this.state.target === 'styles' && this.styleName !== '') this.endStyle()
    if (this.state.box && this.stack.at(-1)?.box !== true) this.endParagraph()
    const before = this.state.target
    this.state = this.stack.pop() ?? this.state
    if (before === 'note' && this.state.target !== 'note') this.endNote()
  }

  private plain(plain: string): void {
    this.flushBytes()
    const skip = Math.min(this.toSkip, plain.length)
    this.toSkip -= skip
    this.put(plain.slice(skip))
  }

  private sign(sign: string): void {
    if (sign === '~') this.put('\u00a0')
    else if (sign === '_') this.put('-')
    else if (sign === '*') this.ignorable()
    else if (sign === '\n' || sign === '\r') this.endParagraph()
    else if (sign === '\\' || sign === '{' || sign === '}') this.plain(sign)
  }

  /** A group that need not be understood: left out, but for those that are known to hold text. */
  private ignorable(): void {
    if (this.state.target === 'text') this.state.target = 'skip'
  }

  private byte(value: number): void {
    if (this.toSkip > 0) this.toSkip -= 1
    else this.bytes.push(value)
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return
    const encoding = this.fontEncodings.get(this.font) ?? this.state.encoding
    const text = new TextDecoder(encoding).decode(new Uint8Array(this.bytes))
    this.bytes = []
    this.put(text)
  }

  private put(text: string): void {
    const { target, deleted, hidden } = this.state
    if (text === '' || target === 'skip' || target === 'fonts' || deleted || hidden) return
    if (target === 'text') this.addText(text)
    else if (target === 'note') this.note += text
    else if (target === 'styles') this.styleName += text
    else this.info[target] += text
  }

  private addText(text: string): void {
    this.text += text
    this.worded ||= /\S/u.test(text)
  }

  private takeText(): string {
    const { text } = this
    this.text = ''
    this.worded = false
    return text
  }

  private word(word: string, number: number | null, token: RegExp): void {
    this.flushBytes()
    if (word === 'bin') token.lastIndex += Math.max(0, number ?? 0)
    else if (word === 'u' && number !== null) {
      this.put(String.fromCharCode(number < 0 ? number + 65_536 : number))
      this.toSkip = this.state.skipAfterUnicode
    } else if (signWords[word] !== undefined) this.put(signWords[word])
    else if (skippedGroups.has(word)) this.state.target = 'skip'
    else if (!this.structure(word, number)) this.formatting(word, number)
  }

  private structure(word: string, number: number | null): boolean {
    const { state } = this
    switch (word) {
      case 'par':
      case 'sect':
        if (state.target === 'note') this.put(' ')
        else if (state.target === 'text') this.endParagraph()
        return true
      case 'cell':
      case 'nestcell':
        this.row.push(this.takeText())
        return true
      case 'row':
      case 'nestrow':
        this.endRow()
        return true
      case 'shptxt':
        if (state.target !== 'skip') return true
        this.endParagraph()
        Object.assign(state, { target: 'text', box: true })
        return true
      case 'footnote':
        state.target = 'note'
        return true
      case 'title':
      case 'author':
        // It may come twice, for readers without Unicode first: the later one is the better.
        if (state.target === 'skip' || state.target === word) {
          state.target = word
          this.info[word] = ''
        }
        return true
      case 'stylesheet':
        state.target = 'styles'
        return true
      case 'fonttbl':
        state.target = 'fonts'
        return true
      case 's':
        if (state.target === 'styles') this.styleNumber = number ?? 0
        else state.level = this.styleLevels.get(number ?? 0) ?? null
        return true
      case 'f':
        this.font = number ?? 0
        return true
      default:
        return false
    }
  }

  private formatting(word: string, number: number | null): void {
    const { state } = this
    if (word === 'pard') Object.assign(state, { level: null, list: false, inTable: false })
    else if (word === 'plain') Object.assign(state, { deleted: false, hidden: false })
    else if (word === 'intbl') state.inTable = true
    else if (word === 'deleted') state.deleted = number !== 0
    else if (word === 'v') state.hidden = number !== 0
    else if (word === 'uc') state.skipAfterUnicode = number ?? 1
    else if (word === 'ls') state.list = true
    else if (word === 'outlinelevel' && state.target !== 'styles')
      state.level = number !== null && number < 6 ? number + 1 : null
    else if (word === 'fcharset') {
      const encoding = charsetEncodings[number ?? 0]
      if (encoding !== undefined) this.fontEncodings.set(this.font, encoding)
    } else if (word === 'ansicpg') {
      const encoding = codePageEncodings[number ?? 1252]
      if (encoding !== undefined) state.encoding = encoding
    } else if (word === 'mac') state.encoding = 'macintosh'
  }

  private endStyle(): void {
    const level =
      /^(?:heading|überschrift|titre|título|titolo|kop|заголовок|rubrik|overskrift|nagłówek) ?(\d)/iu.exec(
        this.styleName.trim(),
      )?.[1]
    if (level !== undefined) this.styleLevels.set(this.styleNumber, Math.min(6, Number(level)))
    else if (/^title;/iu.test(this.styleName.trim())) this.styleLevels.set(this.styleNumber, 1)
    this.styleName = ''
    this.styleNumber = 0
  }

  private endParagraph(): void {
    this.flushBytes()
    if (this.state.inTable && (this.row.length > 0 || this.worded) && this.stack.length > 0) {
      this.addText(' ')
      return
    }
    const text = tidy(this.takeText())
    if (text === '') return
    const { level, list } = this.state
    if (level !== null) this.blocks.push({ type: 'heading', level, text, furniture: null, page: null })
    else
      this.blocks.push({
        ...paragraph(list ? text.replace(/^[·•o§-]\s+/u, '') : text),
        type: list ? 'listItem' : 'paragraph',
      })
  }

  private endRow(): void {
    const text = [...this.row, this.takeText()].map(tidy).join('\t').trim()
    this.row = []
    if (text !== '') this.blocks.push(paragraph(text))
  }

  private endNote(): void {
    const text = tidy(this.note)
    this.note = ''
    if (text === '') return
    this.notes.push({ ...paragraph(`[${this.notes.length + 1}] ${text}`), type: 'listItem' })
    this.put(`[${this.notes.length}]`)
  }
}

const tidy = (text: string) =>
  text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ *\n[ \n]*/gu, '\n')
    .replace(/\u00ad/gu, '')
    .trim()
