/** All that a case holds, read by the command line while Gainsay does not have it open. */
import { expect } from 'playwright/test'
import type { App } from '../harness/app.ts'

type Listed = { readonly article: { readonly id: string; readonly headline: string } }

/** What is read here of an article; the command line tells more, which is compared whole. */
export type ShownArticle = {
  readonly article: { readonly id: string; readonly headline: string }
  readonly text: string
  readonly annotations: readonly {
    readonly kind: string
    readonly segments: readonly { readonly start: number; readonly end: number; readonly exact: string }[]
    readonly note: string
    readonly labels: readonly string[]
    readonly reliability: string | null
    readonly credibility: string | null
    readonly fields: Readonly<Record<string, unknown>>
  }[]
  readonly links: readonly { readonly relation: string }[]
}

/** Runs the command line with `--json` on the case and returns its answer. */
export async function askCli(app: App, ...args: string[]): Promise<unknown> {
  const { status, stdout, stderr } = await app.cli(...args, '--json', '--case', app.casePath)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout)
}

/** Opens the case in the window and waits until it is there. */
export async function reopen(app: App): Promise<void> {
  await app.restart()
  await expect(app.page.getByRole('list', { name: 'What the case holds' })).toBeVisible()
}

/** Closes Gainsay, reads every article whole, and opens it again. */
export async function readCase(app: App): Promise<readonly ShownArticle[]> {
  await app.stop()
  const articles: ShownArticle[] = []
  for (const { article } of (await askCli(app, 'list')) as Listed[]) {
    articles.push((await askCli(app, 'show', article.id)) as ShownArticle)
  }
  await reopen(app)
  return articles
}
