/** The two pages that Gainsay is measured beside. */
import type { Browser } from 'playwright'
import type { Subject } from './measure.ts'
import { installProbe } from './probe.ts'

/** Opens a plain page on a text of this size with this many passages. */
export async function openPlain(
  browser: Browser,
  address: string,
  name: 'bare' | 'peer',
  size: number,
  count: number,
): Promise<Subject> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(installProbe, '.r6o-span-highlight-layer *')
  await page.goto(`${address}/${name}.html?size=${size}&count=${count}`)
  const button = page.getByRole('button', { name: 'Open' })
  return {
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
    close: () => page.close(),
  }
}
