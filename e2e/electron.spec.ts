/** The Electron shell as it runs. Where its binary is missing these are skipped, and say why. */
import { expect, test, whyNoElectron } from './harness/electronApp.ts'
import { mainJob } from './pages/mainJob.ts'

const hindrance = whyNoElectron()
// biome-ignore lint/suspicious/noSkippedTests: the binary comes from a site that many networks refuse
test.skip(hindrance !== null, hindrance ?? '')

test('the case opens in a page that has the bridge and nothing of Node', async ({ app }) => {
  await expect(app.page).toHaveURL('app://gainsay/')
  await expect(app.page.getByRole('main')).toBeVisible()
  const found = await app.page.evaluate(() => ({
    bridge: Object.keys(window.gainsayBridge ?? {}).toSorted(),
    require: 'require' in window,
    process: 'process' in window,
  }))
  expect(found).toEqual({
    bridge: ['chooseCase', 'onMessage', 'platform', 'saveFile', 'send'],
    require: false,
    process: false,
  })
})

test('the page can neither leave nor open another', async ({ app }) => {
  await expect(app.page.getByRole('main')).toBeVisible()
  const opened = await app.page.evaluate(() => window.open('app://gainsay/') === null)
  expect(opened).toBe(true)
  await app.page.evaluate(() => {
    location.href = 'app://other/'
  })
  await expect(app.page).toHaveURL('app://gainsay/')
  expect(app.electron().windows()).toHaveLength(1)
})

test('a command chosen in the native menu reaches the page', async ({ app }) => {
  await expect(app.page.getByRole('main')).toBeVisible()
  await app
    .electron()
    .evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help.keys')?.click())
  await expect(app.page.getByRole('dialog')).toBeVisible()
})

test('the case is there again after a restart, and free for others in between', async ({ app }) => {
  await expect(app.page.getByRole('main')).toBeVisible()
  await app.stop()
  const listed = await app.cli('list', '--json', '--case', app.casePath)
  expect({ status: listed.status, stderr: listed.stderr }).toEqual({ status: 0, stderr: '' })
  await app.restart()
  await expect(app.page.getByRole('main')).toBeVisible()
})

test('the main job is done by keyboard alone, as in the browser shell', async ({ app }) => {
  await mainJob(app, (text) =>
    app.electron().evaluate(({ clipboard }, words) => clipboard.writeText(words), text),
  )
})
