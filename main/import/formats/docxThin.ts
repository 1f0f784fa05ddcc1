/**
 * The XML of a Word file without what no block has: how a run looks, and where one run of
 * words ends and the next begins. That is most of such a file, and mammoth makes two trees
 * of all of it, of about a kilobyte for every element.
 * Elements and attributes: ECMA-376, part 1, sections 17.3.1 and 17.3.2.
 */

/** The same words in as few elements as they need. XML is UTF-8; what Word does not write itself is left as it is. */
export function thinWordXml(xml: Uint8Array): Uint8Array {
  const bytes = Buffer.from(xml.buffer, xml.byteOffset, xml.length)
  // Signs within these would look like elements and be words.
  if (bytes.includes('<![CDATA[') || bytes.includes('<!--')) return xml
  // A letter for a byte, and back again: what is looked for is ASCII.
  const thin = joinRuns(withoutLooks(bytes.toString('latin1')))
  return Buffer.from(thin, 'latin1')
}

const attributes = ' [\\w:]+="[^"<>]*"'
/** Elements whose attributes tell who typed them when. */
const typed = new RegExp(`<w:(p|r|tr)(?:${attributes})+(/?)>`, 'gu')
/** What is empty and tells of looks, or of the last time that Word laid the file out. */
const looks = new RegExp(
  `<w:(?:spacing|ind|jc|shd|tcW|keepNext|keepLines|widowControl|contextualSpacing|autoSpaceD[EN]|adjustRightInd|textAlignment|snapToGrid|proofErr|lastRenderedPageBreak)(?:${attributes})*/>`,
  'gu',
)

function withoutLooks(xml: string): string {
  return withoutRunLooks(xml).replace(looks, '').replace(typed, '<w:$1$2>').replaceAll('<w:pPr></w:pPr>', '')
}

/** Without properties of runs, but for those that say that the end of a paragraph was put in or taken out. */
function withoutRunLooks(xml: string): string {
  const parts = xml.split('</w:rPr>')
  const last = parts.pop() ?? ''
  const kept = parts.map((part) => {
    const start = part.lastIndexOf('<w:rPr>')
    const properties = part.slice(start)
    if (start < 0 || properties.includes('<w:del') || properties.includes('<w:ins')) return `${part}</w:rPr>`
    return part.slice(0, start)
  })
  return kept.join('') + last
}

/** A run of nothing but words. */
const wordRun = /<w:r><w:t(?: xml:space="preserve")?>([^<]*)<\/w:t><\/w:r>/gu

function joinRuns(xml: string): string {
  const pieces: string[] = []
  let end = -1
  for (const { index, 0: run, 1: words = '' } of xml.matchAll(wordRun)) {
    if (index !== end) {
      if (end >= 0) pieces.push('</w:t></w:r>')
      pieces.push(xml.slice(Math.max(end, 0), index), '<w:r><w:t xml:space="preserve">')
    }
    pieces.push(words)
    end = index + run.length
  }
  if (end < 0) return xml
  pieces.push('</w:t></w:r>', xml.slice(end))
  return pieces.join('')
}
