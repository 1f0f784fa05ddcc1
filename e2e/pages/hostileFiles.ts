/**
 * Files of every format that carry pieces of markup which would act if a page took them
 * for its own: as words, as markup where the format has any, in titles and names, and in
 * the places where the format itself leads out of the file (links, pictures, actions).
 */
import { strToU8, zipSync } from 'fflate'

/** The sentence that each of the files tells of itself, so that it can be found. */
export const sentenceOf = (format: string) =>
  `The ${format} office denied on Monday that anything had been stolen from its harbour store in the night.`

/** The head of the story that a file tells; the same for no two formats. */
export const headlineOf = (format: string) => `Store of the ${format} office robbed`

/** A place out of the machine that nothing may ever ask for. */
export const remote = 'http://elsewhere.example'

const xml = (text: string) =>
  text
    .replace(/[^\t\n\r\x20-\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
const oneLine = (text: string) => text.replace(/\s+/gu, ' ')
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const latin = (text: string) => text.replace(/[^\x20-\x7e\n]/gu, '?')

/** What a file of the format holds: a paragraph that is its own, then one for each piece. */
const paragraphsOf = (format: string, pieces: readonly string[]) => [
  sentenceOf(format),
  ...pieces.map(
    (piece, index) =>
      `The ${format} store was shut for ${index + 2} days, said the keeper, who asked for patience. ${piece}`,
  ),
]

const page = (format: string, pieces: readonly string[]) => `<!doctype html><html><head>
<title>${xml(headlineOf(format))}</title>
<meta name="author" content="${xml(pieces[0] ?? '')}"><meta property="og:site_name" content="${xml(`The ${format} ${pieces[1] ?? ''}`)}">
<meta property="article:published_time" content="2011-05-02">
<script type="application/ld+json">{"@type":"NewsArticle","url":"javascript:document.title='struck'"}</script>
</head><body><article><h1>${xml(headlineOf(format))}</h1>
${paragraphsOf(format, pieces)
  .map((text) => `<p>${text}</p>`)
  .join('\n')}</article></body></html>`

function docx(pieces: readonly string[]): Uint8Array {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`
  const [head, ...rest] = [headlineOf('docx'), ...paragraphsOf('docx', pieces)]
  const body = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(head)}</w:p>${rest
    .map((text) => `<w:p>${run(text)}</w:p>`)
    .join('')}<w:p><w:hyperlink r:id="l1">${run('The annex')}</w:hyperlink></w:p>
    <w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDEPICTURE "${remote}/field.png"</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>
    <w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="p1"/></w:drawing></w:r></w:p><w:altChunk r:id="c1"/>`
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="s1" Type="${office}/styles" Target="styles.xml"/>
      <Relationship Id="l1" Type="${office}/hyperlink" Target="javascript:document.title='struck'" TargetMode="External"/>
      <Relationship Id="p1" Type="${office}/image" Target="${remote}/picture.png" TargetMode="External"/>
      <Relationship Id="c1" Type="${office}/aFChunk" Target="chunk.html"/></Relationships>`,
    'word/chunk.html': page('chunk', pieces),
  })
}

function odt(pieces: readonly string[]): Uint8Array {
  const body = `<text:h text:outline-level="1">${xml(headlineOf('odt'))}</text:h>${paragraphsOf('odt', pieces)
    .map((text) => `<text:p>${xml(text)}</text:p>`)
    .join('')}<text:p><text:a xlink:href="javascript:document.title='struck'">The annex</text:a>
    <draw:frame><draw:image xlink:href="${remote}/odt.png"/></draw:frame></text:p>`
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content><office:scripts><office:event-listeners><script:event-listener script:event-name="dom:load" xlink:href="${remote}/macro"/></office:event-listeners></office:scripts><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `<?xml version="1.0"?><office:document-meta><office:meta><dc:creator>${xml(pieces[0] ?? '')}</dc:creator></office:meta></office:document-meta>`,
  })
}

function rtf(pieces: readonly string[]): string {
  const words = (text: string) =>
    oneLine(text)
      .replace(/[\\{}]/gu, '\\$&')
      .replace(
        /[^\x20-\x7e]/gu,
        (sign) => `\\u${sign.charCodeAt(0) > 32767 ? sign.charCodeAt(0) - 65536 : sign.charCodeAt(0)}?`,
      )
  return `{\\rtf1\\ansi{\\info{\\title ${words(headlineOf('rtf'))}}{\\author ${words(pieces[0] ?? '')}}}
{\\outlinelevel0 ${words(headlineOf('rtf'))}\\par}
${paragraphsOf('rtf', pieces)
  .map((text) => `\\pard ${words(text)}\\par`)
  .join('\n')}
{\\field{\\*\\fldinst HYPERLINK "javascript:document.title='struck'"}{\\fldrslt The annex}}
{\\field{\\*\\fldinst INCLUDEPICTURE "${remote}/rtf.png"}{\\fldrslt }}{\\object\\objautlink{\\*\\objdata 00}}\\par}`
}

/** Lines of a piece as a page of a PDF can show them, with actions that a viewer of PDFs would take. */
function pdf(pieces: readonly string[]): Uint8Array {
  const lines = paragraphsOf('pdf', pieces).flatMap((text) => [
    ...(latin(oneLine(text)).match(/.{1,88}(?: |$)|.{1,88}/gu) ?? []),
    '',
  ])
  const sheets = Array.from({ length: Math.ceil(lines.length / 50) }, (_, at) =>
    lines.slice(at * 50, at * 50 + 50),
  )
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\("${remote}/action"\\)) >> >>`,
    `<< /Type /Pages /Kids [${sheets.map((_, at) => `${5 + at * 3} 0 R`).join(' ')}] /Count ${sheets.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  for (const sheet of sheets) {
    const first = sheet === sheets[0] ? [[headlineOf('pdf'), 18] as const] : []
    const drawn = [...first, ...sheet.map((text) => [text, 10] as const)]
      .map(
        ([text, size], at) =>
          `BT /F1 ${size} Tf 1 0 0 1 60 ${740 - at * 13 - (at > 0 ? 8 : 0)} Tm (${text.trimEnd().replace(/[()\\]/gu, '\\$&')}) Tj ET`,
      )
      .join('\n')
    objects.push(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${objects.length} 0 R /Annots [${objects.length + 2} 0 R] /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    objects.push(
      `<< /Type /Annot /Subtype /Link /Rect [60 60 540 740] /A << /S /URI /URI (javascript:document.title='struck') >> >>`,
    )
  }
  const title = latin(headlineOf('pdf')).replace(/[()\\]/gu, '\\$&')
  const author = latin(oneLine(pieces[0] ?? '')).replace(/[()\\]/gu, '\\$&')
  objects.push(`<< /Title (${title}) /Author (${author}) >>`)
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(file, 'latin1')
}

function mail(pieces: readonly string[]): string {
  return `From: ${quoted(latin(oneLine(pieces[0] ?? '')))} <a@elsewhere.example>
To: b@elsewhere.example
Subject: ${headlineOf('eml')}
Date: Mon, 2 May 2011 10:00:00 +0000
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

${base64(page('eml', pieces))}`
}

const mhtml = (pieces: readonly string[]) => `From: <Saved by Blink>
Snapshot-Content-Location: https://courier.example/mhtml
Subject: ${headlineOf('mhtml')}
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----part"

------part
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64
Content-Location: https://courier.example/mhtml

${base64(page('mhtml', pieces))}
------part
Content-Type: text/html
Content-Location: cid:frame

${pieces.join('\n')}
------part--
`

const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/gu, '$&\n')

const record = (format: string, pieces: readonly string[]) => ({
  title: headlineOf(format),
  text: paragraphsOf(format, pieces).join('\n\n'),
  author: pieces[0] ?? '',
  source: `The ${format} ${pieces[1] ?? ''}`,
  url: "javascript:document.title='struck'",
})

function csv(pieces: readonly string[]): string {
  const row = record('csv', pieces)
  return `${Object.keys(row).join(',')}\n${Object.values(row).map(quoted).join(',')}\n`
}

const feed = (
  pieces: readonly string[],
) => `<?xml version="1.0"?><rss version="2.0"><channel><title>${xml(`The rss ${pieces[1] ?? ''}`)}</title>
<item><title>${xml(headlineOf('rss'))}</title><link>javascript:document.title='struck'</link><dc:creator>${xml(pieces[0] ?? '')}</dc:creator>
<content:encoded>${xml(
  paragraphsOf('rss', pieces)
    .map((text) => `<p>${text}</p>`)
    .join('\n'),
)}</content:encoded></item></channel></rss>`

const zip = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

const written: Readonly<Record<string, (pieces: readonly string[]) => string | Uint8Array>> = {
  html: (pieces) => page('html', pieces),
  txt: (pieces) => [headlineOf('txt'), ...paragraphsOf('txt', pieces)].join('\n\n'),
  md: (pieces) =>
    `---\ntitle: ${headlineOf('md')}\nauthor: ${JSON.stringify(pieces[0] ?? '')}\n---\n\n${paragraphsOf('md', pieces).join('\n\n')}\n\n![](${remote}/md.png) [The annex](javascript:document.title='struck')\n`,
  docx,
  odt,
  rtf,
  pdf,
  mhtml,
  eml: mail,
  json: (pieces) => JSON.stringify([record('json', pieces)]),
  jsonl: (pieces) => `${JSON.stringify(record('jsonl', pieces))}\n`,
  csv,
  rss: feed,
  zip: (pieces) => zip({ '../inside.html': page('zip', pieces) }),
}

/** The formats there are files of. */
export const hostileFormats: readonly string[] = Object.keys(written)

/** A file of the format that carries all the pieces. */
export function hostileFile(format: string, pieces: readonly string[]): Buffer {
  const content = written[format]?.(pieces)
  if (content === undefined) throw new Error(`There is no hostile file of the format ${format}`)
  return Buffer.from(typeof content === 'string' ? strToU8(content) : content)
}
