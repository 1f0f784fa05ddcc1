/** The two pages that Gainsay is measured beside. */
import type { Browser } from 'playwright'
import { type Effort, type Measured, measure } from './measure.ts'
import { installProbe } from './probe.ts'

export async function measurePlain(
  browser: Browser,
  address: string,
  name: 'bare' | 'peer',
  size: number,
  count: number,
  effort: Effort,
): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    await page.addInitScript(installProbe, '.r6o-span-highlight-layer *')
    await page.goto(`${address}/${name}.html?size=${size}&count=${count}`)
    const button = page.getByRole('button', { name: 'Open' })
    const subject = {
      page,
      scroller: '#scroller',
      ready: '#text[data-open]',
      highlighted: count > 0,
      async prepareOpen() {
        await button.waitFor()
        await page.evaluate(() => document.querySelector('#scroller')?.replaceChildren())
        return () => button.click()
      },
      prepareKey: async () => {},
    }
    return await measure(subject, effort)
  } finally {
    await page.close()
  }
}
