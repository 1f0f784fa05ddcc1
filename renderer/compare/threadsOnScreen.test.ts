import { describe, expect, test } from 'vitest'
import type { AnnotationId, RevisionId } from '../../app/ids.ts'
import type { Annotation, Article } from '../../app/model.ts'
import { articleId, claim, denial, link } from '../margin/testPassages.ts'
import { type ColumnOnScreen, linkedPassages, threadsOnScreen } from './threadsOnScreen.ts'

const said = claim('said01', 'one', 'safe haven', null, 0)
const far = claim('far001', 'one', 'far below', null, 5000)
const denied = denial('denied', 'two', 'no proof', null, 0)
const lone = denial('lone01', 'two', 'nothing of it', null, 9000)
const links = [link('000001', denied.id, 'denies', said.id), link('000002', denied.id, 'denies', far.id)]

/** A column of 500 pixels whose passages stand at the pixel of their offset. */
function column(tail: string, passages: readonly Annotation[], asked: AnnotationId[]): ColumnOnScreen {
  const top = (id: AnnotationId) => passages.find((passage) => passage.id === id)?.segments[0]?.start ?? null
  return {
    articleId: articleId(tail),
    text: { left: 0, right: 400, top: 100 },
    frame: { left: 0, right: 400, top: 100, bottom: 600 },
    lines: {
      top,
      of(id) {
        asked.push(id)
        const y = top(id) ?? 0
        return [{ top: y, bottom: y + 20 }]
      },
    },
  }
}

const linkedOf = (list: readonly Annotation[]) => ({
  list,
  indexes: new Map(list.map((annotation, index) => [annotation.id, index])),
})

describe('the links with a thread', () => {
  const asked: AnnotationId[] = []
  const columns = [column('one', [said, far], asked), null, column('two', [denied, lone], asked)]
  const threads = threadsOnScreen(
    columns,
    { linksOf: (id) => links.filter(({ fromId, toId }) => fromId === id || toId === id) },
    (id) => linkedOf(id === articleId('one') ? [said, far] : [denied]),
    40,
  )

  test('have the height of each end, and the direction of those further down', () => {
    expect(threads).toEqual([
      {
        id: links[0]!.id,
        from: { column: 2, y: 70, id: denied.id, order: 0 },
        to: { column: 0, y: 70, id: said.id, order: 0 },
      },
      {
        id: links[1]!.id,
        from: { column: 2, y: 70, id: denied.id, order: 0 },
        to: { column: 0, y: Number.POSITIVE_INFINITY, id: far.id, order: 1 },
      },
    ])
  })

  test('are found without measuring what is not near', () => {
    expect(asked).toEqual([said.id, denied.id])
  })
})

test('a passage that was left on an older revision has no thread: its column does not show it', () => {
  const second = 'rev_000002' as RevisionId
  const now: Annotation = { ...far, revisionId: second }
  const passages: readonly Annotation[] = [said, now]
  const linked = linkedPassages({
    annotationsOn: (_id, revisionId) => passages.filter((passage) => passage.revisionId === revisionId),
    article: (id) => ({ id, revisionId: second }) as Article, // no more is looked at
    links: () => new Map(links.map((one) => [one.id, one])),
    linksOf: (id) => links.filter(({ fromId, toId }) => fromId === id || toId === id),
  })
  expect(linked.of(articleId('one')).list).toEqual([now])
})
