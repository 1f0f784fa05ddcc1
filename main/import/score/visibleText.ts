/**
 * The text of a page as a browser shows it: real Chromium, scripts off, every
 * request refused. What was made once is kept beside the system's other temporary
 * files, by the hash of the page.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'

const cache = join(tmpdir(), 'gainsay-visible-text')
const chromiumPath = process.env.GAINSAY_CHROMIUM ?? '/usr/bin/chromium'

/** Shows pages one after the other; the browser starts with the first page that is not known yet. */
export class VisibleText {
  private browser: Browser | null = null

  /** The visible text of the page with that markup. */
  async read(markup: string): Promise<string> {
    const file = join(cache, `${createHash('sha256').update(markup).digest('hex')}.txt`)
    if (existsSync(file)) return readFileSync(file, 'utf8')
    const text = await this.show(markup)
    mkdirSync(cache, { recursive: true })
    writeFileSync(file, text)
    return text
  }

  private async show(markup: string): Promise<string> {
    this.browser ??= await chromium.launch({
      ...(existsSync(chromiumPath) ? { executablePath: chromiumPath } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    const context = await this.browser.newContext({ javaScriptEnabled: false, offline: true })
    try {
      await context.route('**/*', (route) => route.abort())
      const page = await context.newPage()
      await page.setContent(markup, { waitUntil: 'domcontentloaded', timeout: 20_000 })
      // biome-ignore lint/performance/useDomNodeTextContent: what is wanted is the text as it is laid out
      return await page.locator('body').innerText()
    } finally {
      await context.close()
    }
  }

  async close(): Promise<void> {
    await this.browser?.close()
    this.browser = null
  }
}
