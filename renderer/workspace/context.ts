/** The parts of the running app, handed to components by one React context. */
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { ActorId, AnnotationId, ArticleId } from '../../app/ids.ts'
import type { Settings } from '../../app/inputForms.ts'
import type { Actor, Annotation, Article, Link } from '../../app/model.ts'
import type { Client } from '../client/client.ts'
import type { Shell } from '../client/shell.ts'
import type { ArticleList } from '../library/articleList.ts'
import type { ImportQueue } from '../library/importQueue.ts'
import type { RecordStore } from '../records/recordStore.ts'
import { subscribeLate } from '../ui/afterPaint.ts'
import { type Store, useStore } from '../ui/store.ts'
import type { Workspace, WorkspaceState } from './workspace.ts'

export type Parts = {
  readonly client: Client
  readonly shell: Shell
  readonly records: RecordStore
  readonly workspace: Workspace
  readonly settings: Store<Settings>
  /** The articles of the case as listed at the left. */
  readonly library: ArticleList
  readonly imports: ImportQueue
}

export const PartsContext = createContext<Parts | null>(null)

/** The parts of the app. @throws outside of the app's tree. */
export function useParts(): Parts {
  const parts = useContext(PartsContext)
  if (parts === null) throw new Error('useParts is used outside of the app')
  return parts
}

/** A part of the screen state. */
export function useWorkspace<R>(select: (state: WorkspaceState) => R): R {
  return useStore(useParts().workspace, select)
}

/**
 * Something read from the records; `read` must hand out what the record store hands
 * out. Components hear of a change after the frame in which the reader painted it.
 */
export function useRecords<R>(read: (records: RecordStore) => R): R {
  const { records } = useParts()
  return useSyncExternalStore(subscribeLate(records.subscribe), () => read(records))
}

export const useAnnotationsOf = (id: ArticleId): readonly Annotation[] =>
  useRecords((records) => records.annotationsOf(id))
export const useAnnotation = (id: AnnotationId): Annotation | null =>
  useRecords((records) => records.annotation(id))
export const useLinksOf = (id: AnnotationId): readonly Link[] => useRecords((records) => records.linksOf(id))
export const useActor = (id: ActorId | null): Actor | null =>
  useRecords((records) => (id === null ? null : records.actor(id)))

/** An article's record, fetched when it is not in the cache; null until it is here. */
export function useArticle(id: ArticleId): Article | null {
  const { records } = useParts()
  const article = useRecords((store) => store.article(id))
  if (article === null) queueMicrotask(() => records.needArticles([id]))
  return article
}
