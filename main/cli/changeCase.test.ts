import { describe, expect, test } from 'vitest'
import type { Annotation, Link } from '../../app/model.ts'
import { gainsay, tempCaseForEachTest } from './testCli.ts'

const at = tempCaseForEachTest()

describe('annotate and link', () => {
  test('every field is kept', async () => {
    const [id] = await at.importStories()
    const common = ['--note', 'N', '--label', 'x', '--label', 'y', '--reliability', 'B', '--credibility', '2']
    const claim = await at.json<Annotation>(
      ...['annotate', id, '--kind', 'claim', '--quote', 'belongs to the army', '--speaker', 'The guard'],
      ...[
        '--attribution',
        'indirect',
        '--certainty',
        'alleged',
        '--about',
        'the camp',
        '--said',
        '2011-05-02~',
      ],
      ...common,
    )
    expect(claim).toMatchObject({
      segments: [{ exact: 'belongs to the army' }],
      fields: { attribution: 'indirect', certainty: 'alleged', about: 'the camp', said: '2011-05-02~' },
      note: 'N',
      labels: ['x', 'y'],
      reliability: 'B',
      credibility: '2',
    })
    const event = await at.json<Annotation>(
      ...['annotate', id, '--kind', 'event', '--segment', '40:50', '--segment', '60:70', '--title', 'T'],
      ...['--when', '2011-05', '--where', 'Kabul', '--participant', 'The guard', '--participant', 'The army'],
    )
    expect(event).toMatchObject({
      segments: [
        { start: 40, end: 50 },
        { start: 60, end: 70 },
      ],
      fields: { title: 'T', when: '2011-05', where: 'Kabul' },
    })
    const shown = (await gainsay('show', id, '--case', at.file)).out
    expect(shown).toContain('Participants:  The guard, The army\n')
    expect(shown).toContain('Speaker:      The guard\n')
    const denial = await at.json<Annotation>(
      'annotate',
      id,
      '--kind',
      'denial',
      '--quote',
      'no camp',
      '--stance',
      'retracts',
    )
    expect(denial.fields).toMatchObject({ stance: 'retracts' })
    const link = await at.json<Link>('link', denial.id.slice(4), 'denies', claim.id, '--note', 'L')
    expect(link).toMatchObject({ fromId: denial.id, toId: claim.id, relation: 'denies', note: 'L' })
    const refused = await gainsay('link', claim.id, 'denies', denial.id, '--case', at.file)
    expect(refused).toEqual({
      status: 1,
      out: '',
      err: '“denies” leads from a denial to a claim, not from a claim to a denial.\n',
    })
  })

  test('says when the words are only near the quote', async () => {
    const [id] = await at.importStories()
    const { out } = await gainsay(
      'annotate',
      id,
      '--kind',
      'claim',
      '--quote',
      'it has no kamp on any hill',
      '--case',
      at.file,
    )
    expect(out).toMatch(
      /^Tagged ann_\w+ as claim at \d+:\d+: “it has no camp on any hill”\nThese are the words nearest/,
    )
  })

  test('what cannot be done is one sentence on standard error, and the case stays as it was', async () => {
    const [id] = await at.importStories()
    const annotate = (...args: string[]) =>
      gainsay('annotate', id, '--kind', 'claim', ...args, '--case', at.file)
    const failures = [
      await annotate('--quote', 'guard'),
      await annotate('--quote', 'nothing at all of the sort'),
      await annotate('--quote', 'The guard', '--segment', '0:5'),
      await annotate('--segment', '0:999999'),
      await annotate('--quote', 'no camp', '--said', 'yesterday'),
      await annotate('--quote', 'no camp', '--stance', 'denies'),
      await gainsay('show', 'art_zzzzzz', '--case', at.file),
      await gainsay('redo', '--case', at.file),
    ]
    for (const { status, out, err } of failures) {
      expect({ status, out }).toEqual({ status: 1, out: '' })
      expect(err).toMatch(/^[^\n]+[.?]\n$/)
    }
    expect(failures[0]?.err).toMatch(/stands in \d places \(\d+:\d+, .*; say which with --segment\.\n$/)
    expect(await at.json('show', id)).toMatchObject({ annotations: [] })
  })
})
