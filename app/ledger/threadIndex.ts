/**
 * The threads of a case as it changes. A change set touches a few passages; only the
 * threads that these are in, or that a link or a hand-made thread joins them to, are made
 * anew. All other threads keep their identity, so that what was made of them is kept too.
 */
import type { Change } from '../changes.ts'
import type { AnnotationId } from '../ids.ts'
import type { Link } from '../model.ts'
import { type CaseView, compareInCase } from './caseView.ts'
import { makeThreads, type Thread } from './threads.ts'

export type ThreadIndex = {
  /** In the order of the case. */
  threads(): readonly Thread[]
  /** Null for a passage that is not in the case. */
  threadOf(id: AnnotationId): Thread | null
  /** Follows changes that `view` shows already. */
  follow(view: CaseView, changes: readonly Change[]): void
}

/** An index of the case as `view` shows it now. */
export function createThreadIndex(view: CaseView): ThreadIndex {
  let list: readonly Thread[] = makeThreads(view)
  const byMember = new Map<AnnotationId, Thread>()
  const remember = (threads: readonly Thread[]) => {
    for (const thread of threads) for (const { id } of thread.members) byMember.set(id, thread)
  }
  remember(list)

  return {
    threads: () => list,
    threadOf: (id) => byMember.get(id) ?? null,
    follow(now, changes) {
      const touched = touchedBy(now, changes)
      if (touched.size === 0) return
      const gone = new Set([...touched].flatMap((id) => byMember.get(id) ?? []))
      const some = new Set(touched)
      for (const thread of gone) for (const { id } of thread.members) some.add(id)
      for (const id of some) byMember.delete(id)
      const made = makeThreads(now, new Set([...some].filter((id) => now.annotations.has(id))))
      remember(made)
      list = [...list.filter((thread) => !gone.has(thread)), ...made].sort((a, b) =>
        compareInCase(now, a.first, b.first),
      )
    },
  }
}

/** The passages whose threads a change may alter, and those that links and hand-made threads may join them to. */
function touchedBy(view: CaseView, changes: readonly Change[]): Set<AnnotationId> {
  const touched = new Set<AnnotationId>()
  for (const change of changes) {
    if (change.type === 'annotation') touched.add(change.id)
    else if (change.type === 'link') {
      for (const link of [change.before, change.after]) for (const id of endsOf(link)) touched.add(id)
    } else if (change.type === 'thread') {
      for (const thread of [change.before, change.after])
        for (const id of thread?.memberIds ?? []) touched.add(id)
    }
  }
  const direct = [...touched]
  for (const id of direct) {
    for (const link of view.linksOf(id)) for (const end of endsOf(link)) touched.add(end)
  }
  const directly = new Set(direct)
  for (const { memberIds } of view.threads) {
    if (memberIds.some((id) => directly.has(id))) for (const id of memberIds) touched.add(id)
  }
  return touched
}

const endsOf = (link: Link | null): readonly AnnotationId[] => (link === null ? [] : [link.fromId, link.toId])
