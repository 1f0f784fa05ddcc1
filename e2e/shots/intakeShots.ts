/** What comes into a case and comes in again: imports under way and done, later captures, the review queue, revisions, corrections. */
import type { Page } from 'playwright'
import type { Call } from '../../app/contract.ts'
import { rangeOfQuote } from '../../app/sample.ts'
import { frameOf } from '../pages/frame.ts'
import { port, wire } from '../pages/intake.ts'
import { libraryOf } from '../pages/library.ts'
import { clear, closeBy, type Go, readArticle, type Shots } from './go.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** A story with two passages and its later capture, which waits for review; a wire story in three papers. Errors: those of the calls. */
export async function fillIntakeCase(call: Call): Promise<void> {
  const take = async (name: string, text: string, onSimilar: 'revision' | 'offer' = 'offer') => {
    const { outcomes } = await call('article.import', {
      name,
      origin: 'file',
      bytes: base64(text),
      onSimilar,
    })
    const outcome = outcomes[0]
    if (outcome === undefined || outcome.outcome === 'refused') throw new Error(`${name} was not imported.`)
    return outcome
  }
  for (const [name, text] of wire.pages()) await take(name, text)
  const taken = await take(port.name, port.first)
  if (taken.outcome !== 'imported') throw new Error(`${port.name} is not new.`)
  const { id } = taken.article
  const { text } = (await call('article.get', { id })).revision
  for (const [kind, quote, speaker] of [
    ['denial', port.quote, 'Jonas Reed'],
    ['claim', port.lost, 'Residents'],
  ] as const) {
    const segments = [rangeOfQuote(text, quote)]
    await call('annotation.create', { articleId: id, kind, segments, fields: { speaker } })
  }
  await take('port-later.html', port.later, 'revision')
}

type File = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
const file = (name: string, text: string): File => ({ name, mimeType: '', buffer: Buffer.from(text) })

async function importFiles(page: Page, files: readonly File[]): Promise<void> {
  await clear(page)
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+i')
  await (await chooser).setFiles([...files])
}

let night = 0

/** Reports of one more night: what was imported before would be there already. */
function reports(count: number): File[] {
  night += 1
  return Array.from({ length: count }, (_, post) =>
    file(
      `watch-${night}-${post}.txt`,
      `Watch of post ${post} in night ${night}\n\nThe watch at post ${post} said that ${post * 7 + night} boats passed and ${post * 11 + 2} did not, as the book of the harbour shows.\n`,
    ),
  )
}

const overPort =
  (key: string): Go =>
  async (page) => {
    await readArticle(page, port.headline)
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
  }

async function toCurrent(page: Page): Promise<void> {
  await clear(page)
  await closeBy(page, 'Back to the current text')
}

async function leaveCorrecting(page: Page): Promise<void> {
  await clear(page)
  const tools = page.getByRole('toolbar', { name: 'Correct the text' })
  if ((await tools.count()) === 0) return
  await page.keyboard.press('Escape')
  await tools.waitFor({ state: 'detached' })
}

export const intakeShots: Shots = {
  read: async (page) => {
    await closeBy(page, 'Close the list')
    // The story and the wire first, before all that comes in.
    await libraryOf(page).orderBy('Headline')
    await readArticle(page, port.headline)
  },
  importing: async (page) => {
    await importFiles(page, reports(150))
    await frameOf(page)
      .importPanel.getByText(/articles imported/)
      .waitFor()
  },
  imported: async (page) => {
    await frameOf(page).importPanel.getByText('150 articles imported').waitFor({ timeout: 60_000 })
    await closeBy(page, 'Close the list')
    await importFiles(page, [
      file('empty.txt', ''),
      file('port-third.html', port.later.replace('two weeks', 'three weeks')),
      file(port.name, port.first),
      ...reports(2),
    ])
    await frameOf(page).importPanel.getByRole('button', { name: 'Add as revision' }).first().waitFor()
  },
  review: async (page) => {
    await closeBy(page, 'Close the list')
    await readArticle(page, port.headline)
    await page.keyboard.press('r')
    await page.getByRole('region', { name: 'New words' }).waitFor()
  },
  revisions: overPort('v'),
  compareRevisions: async (page) => {
    await readArticle(page, port.headline)
    await page.keyboard.press('Shift+V')
    await page.getByRole('region', { name: 'Compared text' }).locator('ins').first().waitFor()
    await page.keyboard.press('n')
  },
  olderRevision: async (page) => {
    await toCurrent(page)
    await overPort('v')(page)
    await page.getByRole('button', { name: /^1\. imported/ }).click()
    await page.getByText('This is an older revision').waitFor()
  },
  correcting: async (page) => {
    await toCurrent(page)
    await readArticle(page, port.headline)
    await page.keyboard.press('F2')
    await page.getByRole('toolbar', { name: 'Correct the text' }).waitFor()
  },
  sharing: async (page) => {
    await leaveCorrecting(page)
    await page.getByRole('option', { name: /first of 4 with this text/ }).click()
    await page.getByRole('heading', { level: 1, name: wire.headline }).waitFor()
    await page.keyboard.press('F7')
    await page.keyboard.press('p')
    await page.getByRole('dialog').waitFor()
  },
  reread: async (page) => {
    await readArticle(page, port.headline)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('Read the file in another way')
    await page.getByRole('option', { name: /Read the file in another way/ }).click()
    await page.getByRole('dialog').getByLabel('Encoding').waitFor()
  },
}
