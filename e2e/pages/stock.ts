/** A case with the samples and some passages in it, made by the command line before the window opens. */
import type { App } from '../harness/app.ts'
import { askCli, reopen } from './caseState.ts'
import { coats, islamabad, trickles } from './samples.ts'

/** Passages by a short name, each with the sample it stands in. */
export const passages = {
  suspicion: {
    of: islamabad,
    kind: 'claim',
    quote: 'suspect militants from the Haqqani network',
    speaker: 'U.S. officials',
  },
  noLinks: {
    of: islamabad,
    kind: 'denial',
    quote: 'Pakistan says it has no links to the group.',
    speaker: 'Pakistan',
  },
  attack: {
    of: islamabad,
    kind: 'event',
    quote: 'Tuesday’s rocket attack on the U.S. Embassy compound in Kabul',
  },
  tougher: { of: coats, kind: 'claim', quote: 'only trying to appear tougher', speaker: 'Dan Coats' },
  safeHaven: {
    of: coats,
    kind: 'claim',
    quote: 'continue to take advantage of their safe haven',
    speaker: 'Dan Coats',
  },
  sanctuaries: {
    of: coats,
    kind: 'denial',
    quote: 'Pakistan does not allow its territory to be used',
    speaker: 'Bajwa',
  },
  officers: { of: trickles, kind: 'event', quote: 'Two U.S. officers have been sent' },
} as const
export type PassageName = keyof typeof passages

type Ids = { readonly id: string }

/** Imports the three samples, tags the passages named and links them; then opens the case in the window. */
export async function stockCase(
  app: App,
  names: readonly PassageName[],
  links: readonly (readonly [PassageName, string, PassageName])[] = [],
): Promise<Readonly<Record<string, string>>> {
  await app.stop()
  const files = [islamabad, coats, trickles]
  const { outcomes } = (await askCli(app, 'import', ...files.map(({ path }) => path))) as {
    readonly outcomes: readonly Ids[]
  }
  const ids: Record<string, string> = {}
  for (const name of names) {
    const passage = passages[name]
    const article = outcomes[files.indexOf(passage.of)]?.id ?? ''
    const speaker = 'speaker' in passage ? ['--speaker', passage.speaker] : []
    const args = ['annotate', article, '--kind', passage.kind, '--quote', passage.quote, ...speaker]
    ids[name] = ((await askCli(app, ...args)) as Ids).id
  }
  for (const [from, relation, to] of links)
    await askCli(app, 'link', ids[from] ?? '', relation, ids[to] ?? '')
  await reopen(app)
  return ids
}
