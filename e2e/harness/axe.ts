/**
 * What axe has to find fault with on a page. Its source, half a megabyte, is put into
 * a page once and not at each look, and a look needs no tab of its own: on a busy
 * machine those took longer than looking does. Frames are left out; a report is
 * looked at as the page it is saved as.
 */
import axe from 'axe-core'
import type { Page } from 'playwright/test'

/** Each fault with where it is. `rules` narrows what is looked for to these rules of axe. */
export async function axeFindings(
  page: Page,
  part = 'html',
  rules: readonly string[] | null = null,
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ([within, only]) => {
      const here = (window as unknown as { axe: typeof axe }).axe // put there just now
      const { violations } = await here.run(
        { include: [[within]], exclude: [['iframe']] },
        {
          iframes: false,
          resultTypes: ['violations'],
          ...(only === null ? {} : { runOnly: { type: 'rule', values: [...only] } }),
        },
      )
      return violations.flatMap(({ id, impact, nodes }) =>
        nodes.map(({ target, html }) => `${impact}: ${id} at ${target.join(' ')} – ${html.slice(0, 160)}`),
      )
    },
    [part, rules] as const,
  )
}
