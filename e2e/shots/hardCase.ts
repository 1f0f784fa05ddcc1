/**
 * A small made-up case with what is hard on a layout: headlines of a hundred letters and more, names that
 * never end, words without a space, and Arabic and Hebrew, which run from right to left. All of it is invented.
 */
import type { Call } from '../../app/contract.ts'
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import { rangeOfQuote } from '../../app/sample.ts'
import type { Kind, Relation } from '../../app/vocabulary.ts'

const spokesman =
  'The Deputy Spokesman of the Inter-Ministerial Committee for the Supervision of Waterways, Harbours and Inland Navigation'
const council = 'Donaudampfschifffahrtsgesellschaftskapitänsvereinigung'

const articles = {
  english: {
    headline:
      'Deputy spokesman of the inter-ministerial committee denies for the third time in a week that any secret harbour agreement was ever signed, discussed or considered',
    publisher: 'The Weekly Harbour, Waterways and Inland Navigation Gazette of Record',
    published: '2024-05-14',
    text: `The committee never signed a secret agreement with the company, the deputy spokesman said on Tuesday.

A captain of the association told reporters that the talks went on until May and that papers were exchanged at night.

The harbour was closed for two days in late April after a fire in the northern docks.`,
  },
  arabic: {
    headline: 'الحكومة تنفي وجود أي اتفاق سري مع الشركة وتقول إن التقارير عن المفاوضات لا أساس لها من الصحة',
    publisher: 'صحيفة الميناء',
    published: '2024-05-15',
    text: `قال المتحدث باسم الحكومة يوم الثلاثاء إنه لا يوجد أي اتفاق سري مع الشركة.

وأضاف مسؤول كبير في وزارة الطاقة أن المفاوضات توقفت في شهر مايو.

وأغلق الميناء يومين في أواخر أبريل بعد حريق في الأرصفة الشمالية.`,
  },
  hebrew: {
    headline: 'ראש העיר הכחיש את הטענות על ההסכם הסודי ואמר כי הדוח אינו מבוסס',
    publisher: 'עיתון הנמל',
    published: '2024-05-16',
    text: `ראש העיר אמר ביום רביעי כי אין שום הסכם סודי עם החברה.

עובדי העירייה מסרו כי המשא ומתן נמשך עד אמצע מאי.`,
  },
} as const

type Passage = {
  readonly in: keyof typeof articles
  readonly kind: Kind
  readonly quote: string
  readonly fields: Readonly<Record<string, string | readonly string[]>>
}

const passages = {
  talks: {
    in: 'english',
    kind: 'claim',
    quote: 'the talks went on until May',
    fields: {
      speaker: council,
      about:
        'The talks about the harbour agreement went on until the middle of May, whatever the committee says of them',
      said: '2024-05-14',
    },
  },
  signed: {
    in: 'english',
    kind: 'denial',
    quote: 'The committee never signed a secret agreement with the company',
    fields: { speaker: spokesman, said: '2024-05-14' },
  },
  fire: {
    in: 'english',
    kind: 'event',
    quote: 'The harbour was closed for two days in late April after a fire in the northern docks',
    fields: {
      title: 'The harbour is closed for two days after a fire in the northern docks, and opens again',
      when: '2024-04-28/2024-04-29',
      participants: [council, spokesman, 'سلطة الميناء'],
    },
  },
  none: {
    in: 'arabic',
    kind: 'denial',
    quote: 'لا يوجد أي اتفاق سري مع الشركة',
    fields: { speaker: 'المتحدث باسم الحكومة', said: '2024-05-14' },
  },
  ended: {
    in: 'arabic',
    kind: 'claim',
    quote: 'المفاوضات توقفت في شهر مايو',
    fields: { speaker: 'مسؤول كبير في وزارة الطاقة', about: 'المفاوضات توقفت', said: '2024-05-15' },
  },
  closed: {
    in: 'arabic',
    kind: 'event',
    quote: 'وأغلق الميناء يومين في أواخر أبريل بعد حريق في الأرصفة الشمالية',
    fields: { title: 'إغلاق الميناء بعد حريق', when: '2024-04', participants: ['سلطة الميناء'] },
  },
  mayor: {
    in: 'hebrew',
    kind: 'denial',
    quote: 'אין שום הסכם סודי עם החברה',
    fields: { speaker: 'ראש העיר', said: '2024-05-15' },
  },
  workers: {
    in: 'hebrew',
    kind: 'claim',
    quote: 'המשא ומתן נמשך עד אמצע מאי',
    fields: { speaker: 'עובדי העירייה', about: 'המשא ומתן נמשך עד אמצע מאי', said: '2024-05-16' },
  },
} as const satisfies Record<string, Passage>

type Name = keyof typeof passages
const links: readonly (readonly [Name, Relation, Name])[] = [
  ['signed', 'denies', 'talks'],
  ['none', 'denies', 'talks'],
  ['mayor', 'denies', 'talks'],
  ['ended', 'contradicts', 'talks'],
  ['workers', 'supports', 'talks'],
  ['closed', 'same event', 'fire'],
]

/** Fills an empty case. Errors: those of the calls. */
export async function fillHardCase(call: Call): Promise<void> {
  const ids = new Map<string, { readonly id: ArticleId; readonly text: string }>()
  for (const [name, { text, ...patch }] of Object.entries(articles)) {
    const bytes = Buffer.from(`${patch.headline}\n\n${text}\n`).toString('base64')
    const { outcomes } = await call('article.import', { name: `${name}.txt`, origin: 'file', bytes })
    const outcome = outcomes[0]
    if (outcome?.outcome !== 'imported') throw new Error(`${name} was not imported.`)
    const { id } = await call('article.update', { id: outcome.article.id, patch })
    ids.set(name, { id, text: (await call('article.get', { id })).revision.text })
  }
  const made = new Map<Name, AnnotationId>()
  for (const [name, { in: where, kind, quote, fields }] of Object.entries(passages)) {
    const article = ids.get(where)
    if (article === undefined) throw new Error(`There is no article ${where}.`)
    const { participants, ...rest } = { participants: undefined, ...fields }
    const annotation = await call('annotation.create', {
      articleId: article.id,
      kind,
      segments: [rangeOfQuote(article.text, quote)],
      fields: participants === undefined ? rest : { ...rest, participants: [...participants] },
    })
    made.set(name as Name, annotation.id) // a key of the passages
  }
  for (const [from, relation, to] of links) {
    const [fromId, toId] = [made.get(from), made.get(to)]
    if (fromId === undefined || toId === undefined) throw new Error(`There is no ${from} or no ${to}.`)
    await call('link.create', { fromId, relation, toId })
  }
}
