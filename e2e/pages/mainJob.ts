/**
 * The main job of an analyst with keys alone, written against an App, so that it
 * is the same in the browser shell and in Electron's: import, tag, fill, link,
 * undo to the start, redo to the end, close, open again and find it all.
 */
import { type App, expect, test } from '../harness/app.ts'
import { readCase } from './caseState.ts'
import { pickerOf } from './dialogs.ts'
import { frameOf } from './frame.ts'
import { libraryOf } from './library.ts'
import { marginOf } from './margin.ts'
import { readerOf } from './reader.ts'
import { coats, islamabad } from './samples.ts'

const suspicion =
  'U.S. officials, including Defense Secretary Leon Panetta, suspect militants from the Haqqani network were behind Tuesday’s rocket attack on the U.S. Embassy compound in Kabul, as well as a truck bomb last Saturday that wounded 77 American forces.'
const attack = 'Tuesday’s rocket attack on the U.S. Embassy compound in Kabul'
const overlap = 'the U.S. Embassy compound in Kabul, as well as a truck bomb last Saturday'
const noLinks = 'Pakistan says it has no links to the group.'

/** `copy` puts a text on the clipboard as another program would. */
export async function mainJob(app: App, copy: (text: string) => Promise<void>): Promise<void> {
  await test.step('import by file picker and by paste', () => importBoth(app, copy))
  await test.step('tag a claim and fill every field', () => tagAndFill(app))
  await test.step('nest an event and overlap a claim', () => nestAndOverlap(app))
  await test.step('give a passage a second segment and take it out', () => addSegment(app))
  await test.step('walk the passages', () => walk(app))
  await test.step('link the denial to a claim of the other article', () => linkDenial(app))
  await test.step('undo to the start and redo to the end, over restarts', () => thereAndBack(app))
}

async function importBoth({ page }: App, copy: (text: string) => Promise<void>) {
  const frame = frameOf(page)
  await expect(page.getByText('This case has no articles yet')).toBeVisible()
  await frame.importFiles(islamabad.path)
  await expect(readerOf(page).heading).toHaveText(islamabad.headline)
  await frame.expectHolds({ articles: 1 })

  await copy(coats.read())
  await page.keyboard.press('Control+Shift+v')
  const text = page.getByRole('dialog', { name: 'Import pasted text' }).getByLabel('Text')
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+v')
  await expect(text).toHaveValue(/^The Pakistani military is holding back/)
  await page.keyboard.press('Control+Enter')
  await expect(readerOf(page).heading).toHaveText(coats.headline)
  await frame.expectHolds({ articles: 2 })
  await expect(libraryOf(page).headlines).toHaveText([coats.headline, islamabad.headline])
}

async function tagAndFill({ page }: App) {
  const [library, reader, margin] = [libraryOf(page), readerOf(page), marginOf(page)]
  await library.openByKey(islamabad.headline)
  await page.keyboard.press('F7')
  await expect(reader.text).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('s')
  expect(await reader.selected()).toBe(suspicion)
  await margin.tagByKey('c')
  await expect(margin.speaker).toHaveValue(/Panetta|U\.S\. officials/)
  await reader.expectPassages('claim', [suspicion])

  await page.keyboard.insertText('U.S. officials')
  await page.keyboard.press('Tab')
  await expect(margin.field('About')).toBeFocused()
  await page.keyboard.insertText('who was behind the Kabul attack')
  await page.keyboard.press('Tab')
  await page.keyboard.press('i')
  await expect(margin.field('Attribution')).toHaveValue('indirect')
  await page.keyboard.press('Tab')
  await page.keyboard.press('s')
  await expect(margin.field('Certainty')).toHaveValue('suspected')
  await page.keyboard.press('Tab')
  await expect(margin.field('Date said')).toBeFocused()
  await page.keyboard.insertText('2011-09-14')
  await page.keyboard.press('Tab')
  await expect(margin.field('Note')).toBeFocused()
  await page.keyboard.type('Who else?')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ask.')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('Haqqani')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('Kabul')
  await page.keyboard.press('Enter')
  await expect(margin.labels).toHaveCount(2)
  await page.keyboard.press('Tab')
  await page.keyboard.press('b')
  await expect(margin.field('Source reliability')).toHaveValue('B')
  await page.keyboard.press('Tab')
  await page.keyboard.press('2')
  await expect(margin.field('Information credibility')).toHaveValue('2')
  await margin.backToText()
  await expect(margin.chosen).toContainText(
    'who was behind the Kabul attack · suspected · indirect · said 14 September 2011',
  )
  await expect(margin.chosen).toContainText('B2')
}

async function nestAndOverlap({ page }: App) {
  const [reader, margin] = [readerOf(page), marginOf(page)]
  await reader.selectByFinding(attack)
  await margin.tagByKey('e')
  await page.keyboard.insertText('Rocket attack on the embassy')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('2011-09-13')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('Kabul')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('U.S. officials')
  await page.keyboard.press('Enter')
  await margin.backToText()
  await expect(margin.card('Event: Rocket attack on the embassy')).toContainText('13 September 2011 · Kabul')

  await reader.selectByFinding(overlap)
  await margin.tagByKey('c')
  await margin.backToText()
  await reader.selectByFinding(noLinks)
  await margin.tagByKey('d')
  await expect(margin.speaker).toHaveValue('Pakistan')
  await page.keyboard.press('Tab')
  await page.keyboard.press('d')
  await expect(margin.field('Stance')).toHaveValue('denies')
  await margin.backToText()
  await frameOf(page).expectHolds({ articles: 2, claims: 2, denials: 1, events: 1 })
}

async function addSegment({ page }: App) {
  const [reader, margin] = [readerOf(page), marginOf(page)]
  // The denial is chosen: it was tagged last.
  await reader.selectByFinding('has any proof ever been given?')
  await page.keyboard.press('a')
  await reader.expectPassages('denial', [`has any proof ever been given? … ${noLinks}`])
  await expect(margin.chosen).toContainText(`has any proof ever been given? … ${noLinks}`)
  await page.keyboard.press('Shift+a')
  await reader.expectPassages('denial', [noLinks])
  await page.keyboard.press('a')
  await expect(reader.marks('denial')).toHaveCount(2)
}

async function walk({ page }: App) {
  const margin = marginOf(page)
  await page.keyboard.press('Control+Home')
  await expect(margin.chosen).toHaveCount(0)
  await page.keyboard.press('j')
  await expect(margin.chosen).toHaveAccessibleName('Claim by U.S. officials: who was behind the Kabul attack')
  await page.keyboard.press('j')
  await expect(margin.chosen).toHaveAccessibleName('Event: Rocket attack on the embassy')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(margin.chosen).toHaveAccessibleName(/^Denial by Pakistan/)
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await expect(margin.chosen).toHaveAccessibleName('Event: Rocket attack on the embassy')
}

async function linkDenial({ page }: App) {
  const [library, reader, margin] = [libraryOf(page), readerOf(page), marginOf(page)]
  await library.openByKey(coats.headline)
  await page.keyboard.press('F7')
  await reader.selectByFinding('only trying to appear tougher against the Taliban and Haqqani militants')
  await page.keyboard.press('s')
  await margin.tagByKey('c')
  await expect(margin.speaker).toHaveValue('Coats')
  await margin.backToText()

  await library.openByKey(islamabad.headline)
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('k')
  await expect(margin.chosen).toHaveAccessibleName(/^Denial by Pakistan/)
  await page.keyboard.press('l')
  const picker = pickerOf(page)
  // Found by the headline of its article and by a word of its quote.
  await picker.pickByKey('holding back tougher', /Coats/)
  await expect(picker.active).toHaveText(/^denies/)
  const refused = picker.option(/contradicts/)
  await expect(refused).toBeDisabled()
  await expect(refused).toContainText(
    '“contradicts” leads from a claim to a claim, not from a denial to a claim.',
  )
  await page.keyboard.press('Enter')
  await expect(picker.dialog).toBeHidden()
  await expect(margin.links).toHaveText([/^denies.*Coats/])
  await frameOf(page).expectHolds({ articles: 2, claims: 3, denials: 1, events: 1, links: 1 })
  await page.keyboard.press('g')
  await expect(reader.heading).toHaveText(coats.headline)
  await expect(margin.chosen).toHaveAccessibleName(/^Claim by Coats/)
  await expect(margin.links).toHaveText([/^denied by.*Pakistan/])
}

async function thereAndBack(app: App) {
  const whole = await readCase(app)
  expect(whole.map(({ annotations, links }) => [annotations.map(({ kind }) => kind), links.length])).toEqual([
    [['claim', 'event', 'claim', 'denial'], 1],
    [['claim'], 1],
  ])
  const frame = () => frameOf(app.page)
  await frame().undoAll()
  await frame().expectHolds({})
  expect(await readCase(app)).toEqual([])
  await frame().redoAll()
  const all = { articles: 2, claims: 3, denials: 1, events: 1, links: 1 }
  await frame().expectHolds(all)
  expect(await readCase(app)).toEqual(whole)
  await frame().expectHolds(all)
  await libraryOf(app.page).openByKey(islamabad.headline)
  await readerOf(app.page).expectPassages('event', [attack])
  await readerOf(app.page).expectPassages('claim', [suspicion, overlap])
}
