import { expect, test } from 'vitest'
import { thinWordXml } from './docxThin.ts'

const thin = (xml: string) => new TextDecoder().decode(thinWordXml(new TextEncoder().encode(xml)))

test('runs of words that follow each other become one, however they look', () => {
  expect(
    thin(
      '<w:p w:rsidR="00A7" w:rsidRDefault="00A7"><w:pPr><w:spacing w:after="200"/><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:pPr>' +
        '<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">The ministér </w:t></w:r><w:proofErr w:type="spellStart"/>' +
        '<w:r w:rsidR="00B1"><w:rPr><w:b/></w:rPr><w:t>said</w:t></w:r><w:r><w:t xml:space="preserve"> so.</w:t></w:r></w:p>',
    ),
  ).toBe('<w:p><w:r><w:t xml:space="preserve">The ministér said so.</w:t></w:r></w:p>')
})

test('what stands between words, and what is no run of words, stays where it was', () => {
  const xml =
    '<w:p><w:pPr><w:pStyle w:val="Title"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">A</w:t></w:r>' +
    '<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">B</w:t></w:r><w:ins w:id="1"><w:r><w:t xml:space="preserve">C</w:t></w:r></w:ins>' +
    '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
  expect(thin(xml)).toBe(xml)
})

test('the end of a paragraph that was taken out stays taken out', () => {
  const xml = '<w:p><w:pPr><w:rPr><w:del w:id="1"/><w:b/></w:rPr></w:pPr></w:p>'
  expect(thin(xml)).toBe(xml)
})

test('earlier looks that a run keeps go, and leave an element within an element whole', () => {
  expect(
    thin('<w:r><w:rPr><w:b/><w:rPrChange w:id="1"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr></w:r>'),
  ).toBe('<w:r><w:rPr><w:b/><w:rPrChange w:id="1"></w:rPrChange></w:rPr></w:r>')
})

test('words that look like markup stay words', () => {
  for (const xml of [
    '<w:p><w:t>He typed <![CDATA[<w:rPr>bold</w:rPr>]]> there.</w:t></w:p>',
    '<w:p><w:r><w:t xml:space="preserve">&lt;w:p w:rsidR="00A7"&gt; and </w:rPr> alone</w:t></w:r></w:p>',
  ])
    expect(thin(xml)).toBe(xml)
})

test('takes time by the length alone, whatever never ends', () => {
  for (const piece of ['<w:rPr>', '</w:rPr>', '<w:r><w:t>', '<w:p a="b" ', '<w:spacing a="'])
    expect(thin(piece.repeat(500_000))).toHaveLength(piece.length * 500_000)
}, 20_000)
