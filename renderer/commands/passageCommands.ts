/** What the commands on passages do; their names and keys stand in app/commandTable.ts. */
import type { Annotation, Range } from '../../app/model.ts'
import { attempt, goToPassage, removePassage, shortNameIn } from '../margin/passageActions.ts'
import { partnerOf } from '../margin/passageWords.ts'
import { withoutRange, withRange } from '../margin/segments.ts'
import { nothingSelected, tagSelection } from '../margin/tagging.ts'
import { findReaderContent } from '../read/readerContent.ts'
import { findAlike } from '../related/alike.ts'
import { linkPair, needPair } from '../related/pairLink.ts'
import type { Parts } from '../workspace/context.ts'
import type { CommandRunner, Commands, IdsOf } from './commandRunner.ts'

const chooseFirst = 'Choose a passage first: click it, or go to it with J and K.'

const otherText =
  'The chosen passage lies in another revision of this text, so words of this one cannot go into it. R reviews it.'

const needArticle = ({ workspace }: Parts) =>
  workspace.activeReader() === null ? 'Open an article first.' : null

/** The chosen passage; null where none is chosen or it is gone. */
function findFocused({ records, workspace }: Parts): Annotation | null {
  const { focusId } = workspace.get()
  return focusId === null ? null : records.annotation(focusId)
}

const needPassage = (parts: Parts) => (findFocused(parts) === null ? chooseFirst : null)

const onPassage = (run: (parts: Parts, annotation: Annotation) => void | Promise<void>): CommandRunner => ({
  when: needPassage,
  run(parts) {
    const annotation = findFocused(parts)
    return annotation === null ? undefined : run(parts, annotation)
  },
})

/** The passage that follows, in text order, the chosen one or the caret; the ends of the text stop the walk. */
function walk(parts: Parts, direction: 1 | -1): void {
  const { records, workspace } = parts
  const articleId = workspace.activeArticle()
  const reader = workspace.activeReader()
  if (articleId === null || reader === null) return
  const content = findReaderContent(reader)
  if (content === null) return
  const list = records.annotationsOn(articleId, content.revision.id)
  if (list.length === 0) {
    workspace.notify('refused', 'Nothing is tagged in this article yet. Select words and press C, D or E.')
    return
  }
  const next = list[nextIndex(list, findFocused(parts), reader.caret(), direction)]
  if (next === undefined) {
    workspace.notify('done', direction === 1 ? 'This is the last passage.' : 'This is the first passage.')
    return
  }
  const start = next.segments[0]?.start ?? 0
  workspace.patch({ focusId: next.id, editingId: null })
  reader.select({ start, end: start })
  reader.reveal(next.id, 'nearest')
  reader.focus()
}

function nextIndex(
  list: readonly Annotation[],
  focused: Annotation | null,
  caret: number,
  direction: 1 | -1,
): number {
  const at = focused === null ? -1 : list.indexOf(focused)
  if (at !== -1) return at + direction
  const after = list.findIndex((annotation) => (annotation.segments[0]?.start ?? 0) >= caret)
  if (direction === 1) return after === -1 ? list.length : after
  return (after === -1 ? list.length : after) - 1
}

/** Puts the selection into the chosen passage, or takes it out. */
function changeSegments(
  change: (segments: readonly Range[], range: Range) => Range[],
  word: string,
): CommandRunner {
  return onPassage(async (parts, annotation) => {
    const { client, workspace } = parts
    const reader = workspace.activeReader()
    const selection = reader?.selection() ?? null
    const content = reader === null ? null : findReaderContent(reader)
    if (selection === null || content === null) {
      workspace.notify('refused', nothingSelected)
      return
    }
    if (annotation.articleId !== workspace.activeArticle()) {
      workspace.notify('refused', 'The chosen passage stands in another article; a passage cannot span two.')
      return
    }
    const revisionId = content.revision.id
    if (annotation.revisionId !== revisionId) {
      workspace.notify('refused', otherText)
      return
    }
    const segments = selection.ranges.reduce<readonly Range[]>(change, annotation.segments)
    if (segments.length === 0) {
      workspace.notify('refused', 'That is the whole passage. X removes it.')
      return
    }
    const ranges = segments.map(({ start, end }) => ({ start, end }))
    const done = await attempt(parts, () =>
      client.call('annotation.update', { id: annotation.id, revisionId, segments: ranges }),
    )
    if (done) workspace.notify('done', `${word} ${shortNameIn(parts, annotation)}.`)
  })
}

function link(parts: Parts): void {
  const { workspace } = parts
  const focused = findFocused(parts)
  const articleId = workspace.activeArticle()
  const reader = workspace.activeReader()
  const selection = reader?.selection() ?? null
  const content = reader === null ? null : findReaderContent(reader)
  if (focused !== null) {
    workspace.patch({ dialog: { dialog: 'link', fromId: focused.id, toId: null } })
  } else if (selection !== null && articleId !== null && content !== null) {
    const { ranges: segments, text } = selection
    const revisionId = content.revision.id
    workspace.patch({ dialog: { dialog: 'tagAndLink', articleId, revisionId, segments, text, toId: null } })
  } else workspace.notify('refused', 'Choose a passage to link, or select words to tag and link in one step.')
}

const goToPartner = onPassage((parts, annotation) => {
  const { records, workspace } = parts
  const [first, second] = records.linksOf(annotation.id)
  if (first === undefined) workspace.notify('refused', 'This passage has no links yet. L links it.')
  else if (second === undefined) goToPassage(parts, partnerOf(first, annotation.id))
  else workspace.patch({ dialog: { dialog: 'partner', ofId: annotation.id } })
})

/** Bound to the ids of the command table. */
export const passageCommands: Commands<IdsOf<'tag' | 'selection' | 'annotation'>> = {
  'tag.claim': { when: needArticle, run: (parts) => tagSelection(parts, 'claim') },
  'tag.denial': { when: needArticle, run: (parts) => tagSelection(parts, 'denial') },
  'tag.event': { when: needArticle, run: (parts) => tagSelection(parts, 'event') },
  'selection.sentence': {
    when: needArticle,
    run: ({ workspace }) => workspace.activeReader()?.growToSentence(),
  },
  'annotation.addSegment': changeSegments(withRange, 'Added to'),
  'annotation.removeSegment': changeSegments(withoutRange, 'Taken out of'),
  'annotation.next': { when: needArticle, run: (parts) => walk(parts, 1) },
  'annotation.previous': { when: needArticle, run: (parts) => walk(parts, -1) },
  'annotation.edit': onPassage(({ workspace }, annotation) => {
    workspace.readers.get(annotation.articleId)?.reveal(annotation.id, 'nearest')
    workspace.patch({ editingId: annotation.id })
  }),
  'annotation.link': { when: needArticle, run: link },
  'annotation.linkPair': { when: needPair, run: linkPair },
  'annotation.alike': { when: needArticle, run: findAlike },
  'annotation.partner': goToPartner,
  'annotation.remove': onPassage(removePassage),
}
