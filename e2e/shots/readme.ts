/**
 * Makes the picture of the README: the sample case with a few tagged and linked
 * passages, as an analyst would see it. `npm run picture` builds first, then runs this.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { root, runCli, startShell } from '../harness/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'gainsay-shot-'))
const casePath = join(folder, 'Safe havens.gainsay')
const gainsay = async (...args: string[]) => {
  const { status, stdout, stderr } = await runCli([...args, '--case', casePath, '--json'], folder)
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
const seeds = [
  'us-military-trickles-back.reuters-2012.txt',
  'pakistani-military-holding-back.undated.txt',
  'islamabad-fends-off-us-warning.reuters-2011.txt',
]

await gainsay('import', ...seeds.map((name) => join(root, 'seeds', name)))
const rows: { article: { id: string; headline: string } }[] = await gainsay('list')
const find = (headline: string): string =>
  rows.find((row) => row.article.headline.includes(headline))?.article.id ?? ''
const reuters = find('Islamabad fends off')
const undated = find('Pakistani military is holding back')
const tag = async (article: string, kind: string, quote: string, ...fields: string[]): Promise<string> =>
  (await gainsay('annotate', article, '--kind', kind, '--quote', quote, ...fields)).id

const haven = await tag(
  reuters,
  'claim',
  'Panetta said he was concerned about the Haqqanis’ ability to attack American troops and then “escape back into what is a safe haven in Pakistan.”',
  ...['--speaker', 'Leon Panetta', '--attribution', 'direct quote', '--about', 'Safe haven in Pakistan'],
)
const noLinks = await tag(
  reuters,
  'denial',
  'Pakistan says it has no links to the group.',
  ...['--speaker', 'Pakistan', '--stance', 'denies'],
)
const ties = await tag(
  reuters,
  'claim',
  'long been suspected of maintaining ties with the Haqqani network',
  ...['--certainty', 'suspected', '--about', 'ISI has ties with the Haqqani network'],
)
await tag(
  reuters,
  'event',
  'senior al Qaeda operative Younis al-Mauritani was captured in Pakistan this month',
  ...['--title', 'Younis al-Mauritani captured', '--when', '2011-09'],
)
const noHavens = await tag(
  undated,
  'denial',
  'Pakistan denies claims that it provides safe havens to any militant groups.',
  ...['--speaker', 'Pakistan', '--stance', 'denies'],
)
await gainsay('link', noLinks, 'denies', ties)
await gainsay('link', noHavens, 'denies', haven)

const shell = await startShell(folder, casePath)
const browser = await chromium.launch({
  ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  await page.goto(shell.address)
  await page.getByRole('option', { name: /Islamabad fends off/ }).click()
  await page.getByText('And that’s unacceptable').click()
  await page.keyboard.press('k')
  await page.getByText('denied by').first().waitFor()
  await page.screenshot({ path: join(root, 'e2e', 'shots', 'readme.png'), animations: 'disabled' })
} finally {
  await browser.close()
  await shell.stop()
  rmSync(folder, { recursive: true, force: true })
}
