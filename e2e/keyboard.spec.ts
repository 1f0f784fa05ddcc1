/** The main job with the keyboard alone. */
import { test } from './harness/app.ts'
import { mainJob } from './pages/mainJob.ts'

test('the samples are imported, tagged, linked, undone, redone and found again by keyboard alone', async ({
  app,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await mainJob(app, (text) => app.page.evaluate((words) => navigator.clipboard.writeText(words), text))
})
