/**
 * Scores the import of web pages: `npm run score:extract -- DIR`, where DIR holds
 * a folder for each page with `source.html`, `expected.html` and
 * `expected-metadata.json`. Twice: the page imported, and its visible text pasted.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { bodyText } from '../../../app/blocks.ts'
import { type ComposedArticle, composeArticle } from '../../../app/extract/document.ts'
import { type ExtractedArticle, extractText } from '../../../app/extract/extractText.ts'
import { readPage } from '../formats/page.ts'
import { type ExpectedMetadata, type FieldScore, scoredFields, scoreFields } from './fieldScore.ts'
import { VisibleText } from './visibleText.ts'
import { mean, quantile, scoreWords, type WordScore } from './wordScore.ts'

type Row = { name: string; page: Score; pasted: Score }
type Score = { words: WordScore; fields: FieldScore }

const inline = new Set('a b i em strong span font code sup sub u small abbr cite mark q s time'.split(' '))

/** The words of the expected markup, a space wherever an element parts them. */
function plainText(markup: string): string {
  const parts: string[] = []
  const todo: DefaultTreeAdapterTypes.Node[] = [parse(markup)]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (defaultTreeAdapter.isTextNode(node)) parts.push(node.value)
    else if ('childNodes' in node) {
      if (!inline.has(node.nodeName)) parts.push(' ')
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
        const child = node.childNodes[index]
        if (child !== undefined) todo.push(child)
      }
    }
  }
  return parts.join('')
}

function score(
  article: ExtractedArticle | ComposedArticle,
  expected: string,
  stated: ExpectedMetadata,
): Score {
  return {
    words: scoreWords(bodyText(article, { flippedBlocks: [] }), expected),
    fields: scoreFields(article.metadata, stated),
  }
}

async function scoreFolder(folder: string, visible: VisibleText): Promise<Row[]> {
  const rows: Row[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const read = (file: string) => readFileSync(join(folder, entry.name, file), 'utf8')
    const markup = read('source.html')
    const expected = plainText(read('expected.html'))
    // The file's own form is what its README says; a field that is missing is not compared.
    const stated = JSON.parse(read('expected-metadata.json')) as ExpectedMetadata
    const page = composeArticle(readPage(markup, 'source.html'))
    const pasted = extractText({ text: await visible.read(markup), name: 'Pasted text' })
    rows.push({
      name: entry.name,
      page: score(page, expected, stated),
      pasted: score(pasted, expected, stated),
    })
  }
  return rows
}

const figure = (value: number) => value.toFixed(3)
const signs = (fields: FieldScore) =>
  scoredFields.map((field) => (fields[field] === null ? '·' : fields[field] ? '+' : '-')).join('')
const line = ({ words, fields }: Score) =>
  `${figure(words.precision)} ${figure(words.recall)} ${figure(words.f1)}  ${signs(fields)}`

function sum(title: string, scores: readonly Score[]): string {
  const f1 = scores.map(({ words }) => words.f1)
  const parts = [
    `${title}: median F1 ${figure(quantile(f1, 0.5))}, mean ${figure(mean(f1))}, 5th percentile ${figure(quantile(f1, 0.05))}`,
    `precision ${figure(mean(scores.map(({ words }) => words.precision)))}, recall ${figure(mean(scores.map(({ words }) => words.recall)))}`,
    ...scoredFields.map((field) => {
      const told = scores.map(({ fields }) => fields[field]).filter((value) => value !== null)
      return `${field} ${told.filter(Boolean).length}/${told.length}`
    }),
  ]
  return parts.join('; ')
}

async function run(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new Error('Name the folder of pages: npm run score:extract -- DIR')
  const visible = new VisibleText()
  try {
    const rows = await scoreFolder(folder, visible)
    const width = Math.max(4, ...rows.map(({ name }) => name.length))
    const out = [
      `${'page'.padEnd(width)}  imported: precision recall F1, title byline published language | pasted: the same`,
      ...rows.map(({ name, page, pasted }) => `${name.padEnd(width)}  ${line(page)} | ${line(pasted)}`),
      sum(
        'imported',
        rows.map(({ page }) => page),
      ),
      sum(
        'pasted',
        rows.map(({ pasted }) => pasted),
      ),
    ]
    process.stdout.write(`${out.join('\n')}\n`)
  } finally {
    await visible.close()
  }
}

await run(process.argv[2])
