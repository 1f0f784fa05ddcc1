/** Files as analysts have them, made for the tests: a story, its later capture, formats of several sorts, hostile ones. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect } from '../harness/app.ts'
import { frameOf } from './frame.ts'
import { marginOf } from './margin.ts'
import { readerOf } from './reader.ts'

const paragraphs = [
  'Officials in the harbour town of Varn said on Monday that no ship had left the port since the storm.',
  'A spokesman for the port authority, Jonas Reed, denied that the crane had been damaged before the storm came.',
  'Residents spoke of a loud noise shortly after midnight, which the authority said was thunder and nothing else.',
  'The inspection of the crane will begin on Thursday and is expected to take two weeks, the authority said.',
] as const

const page = (body: string) => `<!doctype html><html lang="en"><head><title>Port of Varn stays closed</title>
<meta property="og:site_name" content="Varn Courier"><meta name="author" content="Mara Lind">
<link rel="canonical" href="https://courier.example/varn/port-closed">
<meta property="article:published_time" content="2012-05-07"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Port of Varn stays closed</h1>
${body}</article><footer>All rights reserved by the Varn Courier</footer></body></html>`

/** A wire story and two papers that print it, the second with one word more. */
export const wire = {
  headline: 'Storm closes the port of Varn',
  papers: ['Northern Wire', 'Evening Post', 'Morning Star'],
  /** The page of each paper, by the name of its file. */
  pages: () =>
    wire.papers.map((paper, at): readonly [name: string, text: string] => {
      const last = at === 2 ? `${paragraphs[3]} Again.` : paragraphs[3]
      const body = [...paragraphs.slice(0, 3), last].map((text) => `<p>${text}</p>`).join('\n')
      const text = page(body)
        .replaceAll(port.headline, wire.headline)
        .replace('Varn Courier', paper)
        .replace('courier.example', `paper-${at}.example`)
      return [`${at}.html`, text]
    }),
  write(folder: string) {
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of wire.pages()) writeFileSync(join(folder, name), text)
    writeFileSync(
      join(folder, '.hidden.txt'),
      'What the system hides is not imported, as nobody put it there.',
    )
  },
}

/** The story of the tests, as a saved page. */
export const port = {
  headline: 'Port of Varn stays closed',
  name: 'port.html',
  quote: 'denied that the crane had been damaged before the storm came',
  lost: 'Residents spoke of a loud noise shortly after midnight',
  first: page(paragraphs.map((text) => `<p>${text}</p>`).join('\n')),
  /** The same address later: one passage reworded, another gone. */
  later: page(
    [
      paragraphs[0],
      'A spokesman for the port authority, Jonas Reed, denied that the great crane had been badly hurt before the storm.',
      'Work at the harbour goes on under police guard until the insurers have had their say, the town council added.',
      paragraphs[3],
    ]
      .map((text) => `<p>${text}</p>`)
      .join('\n'),
  ),
}

const table = [
  'title,body,author,published',
  '"Bridge opens","The bridge over the Varn was opened on Friday by the mayor, who said it would stand for a century.","Ada Holm","2012-06-01"',
  '"Bridge closes","The bridge over the Varn was closed on Sunday after cracks were seen, the mayor denied any fault.","Ada Holm","2012-06-03"',
].join('\n')

/** Writes a folder of mixed files, some in a folder within, and returns its path. */
export function mixedFolder(parent: string, plain: number): string {
  const folder = join(parent, 'drop')
  mkdirSync(join(folder, 'more'), { recursive: true })
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
  write(port.name, port.first)
  write('bridges.csv', table)
  write(
    'notes.md',
    '# Minutes of the council\n\nThe council met on Tuesday and said that the road would be mended.\n',
  )
  write('empty.txt', '')
  write('picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0))
  for (let at = 0; at < plain; at++) {
    const text = `Report ${at} of the night watch\n\nThe watch at post ${at} said that ${at * 7 + 3} boats passed and ${at * 11 + 2} did not, as the harbour book of day ${at} shows.\n`
    write(join('more', `watch-${String(at).padStart(3, '0')}.txt`), text)
  }
  return folder
}

/** Imports the story and tags two passages of it. */
export async function tagPort({ page, folder }: App): Promise<void> {
  const [frame, reader, margin] = [frameOf(page), readerOf(page), marginOf(page)]
  const path = join(folder, port.name)
  writeFileSync(path, port.first)
  await frame.importFiles(path)
  await expect(reader.heading).toHaveText(port.headline)
  await page.keyboard.press('F7')
  for (const [words, key] of [
    [port.quote, 'd'],
    [port.lost, 'c'],
  ] as const) {
    await reader.selectByFinding(words)
    await margin.tagByKey(key)
    await margin.backToText()
  }
  await frame.expectHolds({ articles: 1, claims: 1, denials: 1 })
}
