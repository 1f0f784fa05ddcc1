/** The browser shell as it runs: its address, its tabs, its end. */
import { join } from 'node:path'
import { expect, test } from './harness/app.ts'
import { runShell } from './harness/program.ts'

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

test('dialogs and menus style themselves under the policy of the page', async ({ app }) => {
  await expect(app.page.getByRole('main')).toBeVisible()
  await app.page.keyboard.press('F1')
  await expect(app.page.getByRole('dialog')).toBeVisible()
  await app.page.keyboard.press('Escape')
  await app.page.keyboard.press('Control+k')
  await expect(app.page.getByRole('dialog')).toBeVisible()
})

test('a second Gainsay on the same case is told so, and the first goes on', async ({ app }) => {
  const second = await runShell(['--no-open', '--case', app.casePath], join(app.folder, 'other profile'))
  expect({ status: second.status, stdout: second.stdout }).toEqual({ status: 1, stdout: '' })
  expect(second.stderr.trim().split('\n')).toHaveLength(1)
  await app.page.reload()
  await expect(app.page.getByRole('main')).toBeVisible()
})

test('a port that is taken and a wrong command line are said in words', async ({ app }) => {
  const profile = join(app.folder, 'other profile')
  const { port } = new URL(app.url())
  const taken = await runShell(
    ['--no-open', '--port', port, '--case', join(app.folder, 'b.gainsay')],
    profile,
  )
  expect(taken).toEqual({
    status: 1,
    stdout: '',
    stderr: `Port ${port} is taken by another program; choose another with --port, or leave it out.\n`,
  })
  const wrong = await runShell(['--open'], profile)
  expect({ status: wrong.status, stdout: wrong.stdout }).toEqual({ status: 2, stdout: '' })
  expect(wrong.stderr).toContain('Usage: npm start')
})
