/** What comes in: the empty case, dropped files, files that are refused, duplicates. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './harness/app.ts'
import { dialogOf } from './pages/dialogs.ts'
import { frameOf } from './pages/frame.ts'
import { libraryOf } from './pages/library.ts'
import { readerOf } from './pages/reader.ts'
import { coats, islamabad, trickles } from './pages/samples.ts'

test('an empty case says what to do next, in every view', async ({ app }) => {
  const { page } = app
  const [frame, library] = [frameOf(page), libraryOf(page)]
  await expect(page.getByText('This case has no articles yet')).toBeVisible()
  await expect(library.aside).toContainText('The articles that you import are listed here.')
  await expect(frame.undo).toBeDisabled()
  await frame.view('Compare').click()
  await expect(page.getByText('Compare needs two articles')).toBeVisible()
  await frame.view('Report').click()
  await expect(page.getByText('There is nothing to report yet')).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(frame.notice).toContainText('There is nothing to report yet: import an article first.')
  await frame.view('Read').click()
  await page.getByRole('main').getByRole('button', { name: 'Import pasted text …' }).click()
  const paste = dialogOf(page, 'Import pasted text')
  await expect(paste.button('Import')).toBeDisabled()
  await paste.close()
})

test('files dropped on the window are imported, and the first that is ready opens', async ({ app }) => {
  const { page } = app
  const transfer = await page.evaluateHandle(
    (files) => {
      const made = new DataTransfer()
      for (const { name, text } of files) made.items.add(new File([text], name, { type: 'text/plain' }))
      return made
    },
    [islamabad, coats].map(({ file, read }) => ({ name: file, text: read() })),
  )
  const main = page.getByRole('main')
  await main.dispatchEvent('dragenter', { dataTransfer: transfer })
  await expect(page.getByText('Drop files or folders to import them')).toBeVisible()
  await main.dispatchEvent('dragover', { dataTransfer: transfer })
  await main.dispatchEvent('drop', { dataTransfer: transfer })
  await frameOf(page).expectHolds({ articles: 2 })
  await expect(readerOf(page).heading).toHaveText(/^(Islamabad fends off|The Pakistani military)/)
  await expect(page.getByText('Drop files or folders to import them')).toBeHidden()
})

test('what comes in while an article is read or corrected leaves it on the screen, and the list opens it', async ({
  app,
}) => {
  const { page } = app
  const [frame, reader] = [frameOf(page), readerOf(page)]
  await frame.importFiles(coats.path)
  await expect(reader.heading).toHaveText(coats.headline)
  await frame.importFiles(islamabad.path)
  await frame.expectHolds({ articles: 2 })
  await expect(reader.heading).toHaveText(coats.headline)

  await page.keyboard.press('F7')
  await page.keyboard.press('F2')
  const editor = page.getByRole('textbox', { name: `Correcting: ${coats.headline}` })
  await expect(editor).toBeFocused()
  await page.keyboard.type('Corrected. ')
  const transfer = await page.evaluateHandle(
    ({ name, text }) => {
      const made = new DataTransfer()
      made.items.add(new File([text], name, { type: 'text/plain' }))
      return made
    },
    { name: trickles.file, text: trickles.read() },
  )
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: transfer })
  await frame.expectHolds({ articles: 3 })
  await frame.importFiles(islamabad.path)
  // The list is a line at the foot while a text is corrected.
  await expect(frame.importPanel.getByRole('status')).toHaveText('1 there already')
  await expect(editor).toContainText('Corrected. ')
  await frame.undo.click()
  await expect(frame.notice).toContainText('Finish correcting the text first')
  await frame.expectHolds({ articles: 3 })
  await editor.focus()
  await page.keyboard.press('Escape')
  await expect(frame.notice).toContainText('Corrected the text.')
  await expect(reader.text).toContainText('Corrected. ')

  await frame.importPanel.getByRole('button', { name: 'Show the list' }).click()
  await expect(frame.outcomes).toHaveText([/is in the case already/])
  await frame.outcomes.getByRole('button', { name: islamabad.headline }).click()
  await expect(reader.heading).toHaveText(islamabad.headline)
})

test('files that cannot be articles are refused with a sentence each, and leave the rest whole', async ({
  app,
}) => {
  const { page, folder } = app
  const frame = frameOf(page)
  const file = (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  await frame.importFiles([
    file('empty.txt', ''),
    file('picture.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0)),
    islamabad.path,
    file('large.txt', Buffer.alloc(34 * 1024 * 1024, 'a')),
    file('unclear.txt', Uint8Array.of(0x41, 0xe9, 0xe8, 0x42)),
    file(
      'odd “name” &<b>.txt',
      'Officials denied it\n\nOfficials denied on Tuesday that anything had happened.\n',
    ),
    file('zero.txt', 'A text with a zero \0 byte'),
  ])
  await expect(frame.importPanel.getByRole('status')).toHaveText('3 articles imported, 4 refused', {
    timeout: 40_000,
  })
  const refused = frame.outcomes.filter({ hasText: 'was not imported' })
  for (const why of [
    'empty.txt was not imported. The file is empty, so there is nothing to import.',
    'picture.txt was not imported. The file is not a text file: it looks like a PNG image.',
    /^large\.txt was not imported\. .* 34 MB.* 32 MB/,
    /^zero\.txt was not imported\. The file is not a text file: it contains zero bytes/,
  ]) {
    await expect(refused.filter({ hasText: why })).toHaveCount(1)
  }
  await expect(frame.outcomes.filter({ hasText: 'encoding guessed' })).toHaveCount(1)
  await frame.expectHolds({ articles: 3 })
  await frame.importPanel.getByRole('button', { name: 'Close the list' }).click()
  await expect(frame.importPanel).toBeHidden()
  await page.keyboard.press('Control+Shift+k')
  await expect(page.getByRole('dialog')).toContainText('Everything is in order.')
})

test('a file that is there already is not taken twice; its article is offered', async ({ app }) => {
  const { page } = app
  const frame = frameOf(page)
  await frame.importFiles([islamabad.path, coats.path])
  await frame.expectHolds({ articles: 2 })
  await libraryOf(page).open(coats.headline)
  await frame.importFiles(islamabad.path)
  await expect(frame.outcomes).toHaveText([/is in the case already: Islamabad fends off/])
  await frame.expectHolds({ articles: 2 })
  await frame.outcomes.getByRole('button', { name: islamabad.headline }).click()
  await expect(readerOf(page).heading).toHaveText(islamabad.headline)
})
