/** A host on a new case in a temporary folder, for tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Call, HostEvent, Input } from '../app/contract.ts'
import type { WireError } from '../app/errors.ts'
import { GainsayError } from '../app/errors.ts'
import type { Annotation, Article } from '../app/model.ts'
import type { ImportOutcome } from '../app/results.ts'
import { callHost } from './callHost.ts'
import { type Host, openHost } from './host.ts'
import { makeParser, type Parser } from './import/parser.ts'
import type { Profile } from './profile.ts'

export type TestCase = {
  readonly folder: string
  readonly path: string
  readonly host: Host
  readonly call: Call
  /** Every event since the case was opened. */
  readonly events: HostEvent[]
  /** Closes the host and removes the folder. */
  close(): void
}

// One for all cases of a test file: starting processes takes longer than most tests.
let parser: Parser | null = null

export function openTestCase(profile: Profile | null = null): TestCase {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-test-'))
  const path = join(folder, 'test.gainsay')
  parser ??= makeParser()
  const host = openHost({ casePath: path, profile, create: true, parser })
  const events: HostEvent[] = []
  host.subscribe((event) => events.push(event))
  return {
    folder,
    path,
    host,
    call: callHost(host),
    events,
    close() {
      host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Imports a text as a paste. @throws Error when it is refused or a duplicate. */
export async function importText(call: Call, text: string, name = 'Pasted text'): Promise<Article> {
  const bytes = Buffer.from(text).toString('base64')
  const outcome = await importOne(call, { name, origin: 'paste', bytes, onSimilar: 'separate' })
  if (outcome.outcome !== 'imported') throw new Error(`The text was not imported: ${outcome.outcome}.`)
  return outcome.article
}

/** Two claims and a denial in the sample text. */
export async function tagSample(call: Call): Promise<Record<'claim' | 'second' | 'denial', Annotation>> {
  const { id } = await importText(call, sampleText)
  const tag = (kind: 'claim' | 'denial', start: number) =>
    call('annotation.create', { articleId: id, kind, segments: [{ start, end: start + 20 }] })
  return { claim: await tag('claim', 40), second: await tag('claim', 80), denial: await tag('denial', 120) }
}

/** What became of a file that holds one article. @throws Error when it had several outcomes. */
export async function importOne(call: Call, input: Input<'article.import'>): Promise<ImportOutcome> {
  const [outcome, ...others] = (await call('article.import', input)).outcomes
  if (outcome === undefined || others.length > 0) throw new Error('The file had not one outcome.')
  return outcome
}

/** The error a call ends with. @throws Error when it succeeds. */
export async function refusal(promise: Promise<unknown>): Promise<WireError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof GainsayError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('The call succeeded.')
}

/** A short article: headline, byline-less body of three sentences in two paragraphs. */
export const sampleText = `Ministers deny talks with rebels

KABUL (Reuters) - A senior official said on Monday that secret talks with the rebels had begun in March 2011. The foreign ministry denied the report and called it baseless propaganda.

The rebels attacked a police post on 2 May 2011, killing four officers, witnesses told reporters in the capital.
`
