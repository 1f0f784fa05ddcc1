import { describe, expect, it } from 'vitest'
import { docxFormat } from './docx.ts'
import type { Format } from './format.ts'
import { odtFormat } from './odt.ts'
import { rtfFormat } from './rtf.ts'
import { bytesOf, makeDocx, makeOdt, makeZip } from './testFiles.ts'

async function read(format: Format, bytes: Uint8Array) {
  const { documents } = await format.read(bytes, 'file', {})
  return documents.flatMap(({ blocks }) => blocks.map(({ type, level, text }) => [type, level, text]))
}

describe('a Word file', () => {
  it('gives headings, paragraphs, rows of tables and tracked changes as accepted', async () => {
    const body = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The head</w:t></w:r></w:p>
      <w:p><w:r><w:t>It was </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>often </w:t></w:r></w:ins><w:r><w:t>said.</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2011</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
    expect(await read(docxFormat, makeDocx(body))).toEqual([
      ['heading', 1, 'The head'],
      ['paragraph', null, 'It was often said.'],
      ['paragraph', null, 'Year\t2011'],
    ])
  })

  it('lists its notes under the numbers of their marks, and leaves comments out', async () => {
    const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const note = (kind: string, words: string) =>
      `<w:${kind}s xmlns:w="${word}"><w:${kind} w:id="1"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:${kind}></w:${kind}s>`
    const body =
      '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Some words</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t> and more.</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    const relations = ['footnotes', 'endnotes', 'comments'].map(
      (kind) => `<Relationship Id="${kind}" Type="${office}/${kind}" Target="${kind}.xml"/>`,
    )
    const bytes = makeDocx(body, {
      'word/footnotes.xml': note('footnote', 'A note.'),
      'word/endnotes.xml': note('endnote', 'Another.'),
      'word/comments.xml': note('comment', 'Is this so?'),
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    })
    expect(await read(docxFormat, bytes)).toEqual([
      ['paragraph', null, 'Some words[1] and more.[2]'],
      ['listItem', null, '[1] A note.'],
      ['listItem', null, '[2] Another.'],
    ])
  })

  it('states title and author of its properties', async () => {
    const core =
      '<cp:coreProperties><dc:title>The title</dc:title><dc:creator>Ada Moor</dc:creator></cp:coreProperties>'
    const { documents } = await docxFormat.read(
      makeDocx('<w:p><w:r><w:t>Words.</w:t></w:r></w:p>', { 'docProps/core.xml': core }),
      'a.docx',
      {},
    )
    expect(documents[0]?.metadata).toEqual({ headline: 'The title', authors: ['Ada Moor'] })
  })

  it('is refused where it holds only pictures, is damaged, or defines entities', async () => {
    await expect(docxFormat.read(makeDocx('<w:p/>'), 'a.docx', {})).rejects.toThrow('only pictures')
    await expect(
      docxFormat.read(makeZip({ 'word/document.xml': 'no markup' }), 'a.docx', {}),
    ).rejects.toThrow('damaged')
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>'
    const late = `<!--${' '.repeat(9000)}-->${bomb}`
    for (const document of [bomb, late, wide(bomb), wide(late)])
      await expect(
        docxFormat.read(makeDocx('', { 'word/document.xml': document }), 'a.docx', {}),
      ).rejects.toThrow('entities')
  })

  it('is read in each encoding that its parts may have', async () => {
    const document = (head: string) =>
      `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Was Müller sagte: &lt;!ENTITY a "b"></w:t></w:r></w:p></w:body></w:document>`
    const declared = (encoding: string) => document(`<?xml version="1.0" encoding="${encoding}"?>`)
    for (const part of [
      wide(declared('UTF-16')),
      wide(`\uFEFF${declared('UTF-16')}`),
      wide(`\uFEFF${declared('UTF-16')}`).swap16(),
      Buffer.from(declared('ISO-8859-1'), 'latin1'),
    ])
      expect(await read(docxFormat, makeDocx('', { 'word/document.xml': part }))).toEqual([
        ['paragraph', null, 'Was Müller sagte: <!ENTITY a "b">'],
      ])
  })
})

const wide = (text: string) => Buffer.from(text, 'utf16le')

describe('an OpenDocument text', () => {
  it('gives its blocks, notes after the text, and leaves deletions out', async () => {
    const text = `<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>
      <text:p text:style-name="P1">The title</text:p><text:h text:outline-level="2">A head</text:h>
      <text:p>Some<text:s text:c="2"/>words<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> &amp; more.</text:p>
      <text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>`
    const styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    expect(await read(odtFormat, makeOdt(text, styles))).toEqual([
      ['heading', 1, 'The title'],
      ['heading', 2, 'A head'],
      ['paragraph', null, 'Some words[1] & more.'],
      ['listItem', null, 'An item'],
      ['paragraph', null, 'a\tb'],
      ['listItem', null, '[1] A note.'],
    ])
  })

  it('states what its properties say', async () => {
    const bytes = makeOdt(
      '<text:p>Words.</text:p>',
      '',
      '<dc:title>The title</dc:title><meta:initial-creator>Ada Moor</meta:initial-creator><dc:language>de</dc:language>',
    )
    const { documents } = await odtFormat.read(bytes, 'a.odt', {})
    expect(documents[0]?.metadata).toEqual({ headline: 'The title', authors: ['Ada Moor'], language: 'de' })
  })
})

describe('an RTF document', () => {
  it('keeps the words of a text box, once', async () => {
    const box =
      '{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt \\pard In the box.\\par}}{\\shprslt{\\*\\do{\\dptxbxtext In the box.}}}}'
    expect(await read(rtfFormat, bytesOf(`{\\rtf1\\ansi Before it.\\par ${box}After it.\\par}`))).toEqual([
      ['paragraph', null, 'Before it.'],
      ['paragraph', null, 'In the box.'],
      ['paragraph', null, 'After it.'],
    ])
  })

  it('gives text in its code page and in Unicode, headings, rows and notes, without what was deleted', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}{\stylesheet{\s1 heading 1;}}{\info{\title The title}{\author Ada Moor}}
\pard\s1 A head\par \pard Plain \b bold\b0  and \u8220?quoted\u8221? \f1\'cf\'f0\'e8\f0{\deleted gone}.{\footnote A note.}\par
\trowd\intbl a\cell b\cell\row\pard {\*\secret hidden}{\pict 0102}last\par}`
    expect(await read(rtfFormat, bytesOf(rtf))).toEqual([
      ['heading', 1, 'A head'],
      ['paragraph', null, 'Plain bold and “quoted” При.[1]'],
      ['paragraph', null, 'a\tb'],
      ['paragraph', null, 'last'],
      ['listItem', null, '[1] A note.'],
    ])
    const { documents } = await rtfFormat.read(bytesOf(rtf), 'a.rtf', {})
    expect(documents[0]?.metadata).toEqual({ headline: 'The title', authors: ['Ada Moor'] })
  })

  it('takes a title in Unicode before the one for readers without, leaves out tables of lists, and keeps cells of a row that never ends', async () => {
    const rtf = String.raw`{\rtf1\ansi{\info{\upr{\title ????}{\*\ud{\title \u1052?\u1086?\u1089?\u1090?}}}}{\list{\listlevel{\leveltext \'02\'00.}}{\listname First list;}}Fax number\cell 555\cell }`
    const { documents } = await rtfFormat.read(bytesOf(rtf), 'a.rtf', {})
    expect(documents[0]?.metadata.headline).toBe('Мост')
    expect(documents[0]?.blocks.map(({ text }) => text)).toEqual(['Fax number\t555'])
  })

  it('is refused where it is nested without end', async () => {
    await expect(rtfFormat.read(bytesOf(`{\\rtf1${'{'.repeat(5000)}`), 'a.rtf', {})).rejects.toThrow('nested')
  })
})
