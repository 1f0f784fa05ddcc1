import { expect, test } from 'vitest'
import type { AnnotationId, RevisionId } from '../../app/ids.ts'
import type { Annotation, Article } from '../../app/model.ts'
import type { Parts } from '../workspace/context.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { goToPassage } from './passageActions.ts'
import { articleId, claim } from './testPassages.ts'

const first = 'rev_000001' as RevisionId
const second = 'rev_000002' as RevisionId
const behind = claim('behind', 'a', 'words of the older text')
const current: Annotation = { ...claim('current', 'a', 'words of the text'), revisionId: second }

function opened() {
  const workspace = createWorkspace()
  const passages = new Map<AnnotationId, Annotation>([behind, current].map((one) => [one.id, one]))
  const records = {
    annotation: (id: AnnotationId) => passages.get(id) ?? null,
    article: () => ({ id: articleId('a'), revisionId: second }) as Article,
  }
  return { workspace, parts: { workspace, records } as unknown as Parts } // no other part is asked
}

test('a passage of the current text is shown in it, also while an older revision is read', () => {
  const { workspace, parts } = opened()
  workspace.patch({ articleId: articleId('a'), older: { articleId: articleId('a'), revisionId: first } })
  goToPassage(parts, current.id)
  expect(workspace.get()).toMatchObject({ view: 'read', older: null, focusId: current.id })
})

test('a passage that was left on an older revision is shown in the text it lies in', () => {
  const { workspace, parts } = opened()
  goToPassage(parts, behind.id)
  expect(workspace.get()).toMatchObject({
    articleId: articleId('a'),
    older: { articleId: articleId('a'), revisionId: first },
    focusId: behind.id,
  })
})
