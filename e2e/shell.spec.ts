/** The browser shell as it runs: its address, its tabs, its end. */
import { expect, test } from './harness/app.ts'

test('the page loads once from the launch address, again by reload, and in a second tab', async ({
  app,
  context,
}) => {
  const { page } = app
  await expect(page).toHaveURL(`${app.url()}/`)
  await expect(page.getByRole('main')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('main')).toBeVisible()
  const second = await context.newPage()
  await second.goto(`${app.url()}/`)
  await expect(second.getByRole('main')).toBeVisible()
})

test('a case survives a restart, and the command line may have it in between', async ({ app }) => {
  await app.stop()
  const result = await app.cli('list', '--json', '--case', app.casePath)
  expect({ status: result.status, stderr: result.stderr }).toEqual({ status: 0, stderr: '' })
  expect(JSON.parse(result.stdout)).toEqual([])
  await app.restart()
  await expect(app.page.getByRole('main')).toBeVisible()
})
