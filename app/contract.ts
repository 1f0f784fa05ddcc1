/**
 * The contract: every query, command and event of the host, named once.
 *
 * A method has a form of input (a schema, checked in `dispatch` and nowhere else)
 * and a type of result. A *query* reads; a *command* produces one change set.
 * Both shells carry the same envelopes; the command line calls the same methods.
 * Reply and event share one ordered channel, event first: when a call returns,
 * whoever listens has already seen what it changed.
 */
import { z } from 'zod'
import type { Committed } from './changes.ts'
import type { WireError } from './errors.ts'
import {
  actorIdSchema,
  annotationIdSchema,
  articleIdSchema,
  linkIdSchema,
  revisionIdSchema,
  threadIdSchema,
} from './ids.ts'
import {
  actorName,
  actorPatch,
  annotationDetails,
  articleSorts,
  chosenIn,
  correctedBlockSchema,
  fileSchema,
  linkWithSchema,
  metadataPatch,
  mostOfPassage,
  nothing,
  readingOptions,
  reportFormats,
  type Settings,
  settingsSchema,
} from './inputForms.ts'
import { type Layout, layoutSchema } from './layout.ts'
import {
  type Actor,
  type Annotation,
  type Article,
  type Link,
  rangeSchema,
  type SourceFile,
  type ThreadRecord,
  threadSchema,
} from './model.ts'
import { reportScopeSchema } from './report/reportScope.ts'
import type {
  ArticleContent,
  ArticleRow,
  CaseInfo,
  CaseRecords,
  CheckResult,
  HistoryStep,
  ImportFormat,
  ImportResult,
  KnownCase,
  RelatedArticles,
  RelatedPassages,
  RelatingProgress,
  RenderedReport,
  ReviewItem,
  Revised,
  RevisionComparison,
  RevisionInfo,
} from './results.ts'
import { kinds, relations } from './vocabulary.ts'

type Query<I extends z.ZodType, R> = { readonly type: 'query'; readonly input: I; readonly result?: R }
type Command<I extends z.ZodType, R> = { readonly type: 'command'; readonly input: I; readonly result?: R }

// The result exists only as a type: what the host returns is its own and needs no check on arrival.
const query =
  <R>() =>
  <I extends z.ZodType>(input: I): Query<I, R> => ({ type: 'query', input })
const command =
  <R>() =>
  <I extends z.ZodType>(input: I): Command<I, R> => ({ type: 'command', input })

/** Every method of the host. */
export const contract = {
  /** What the open case is and holds. */
  'case.info': query<CaseInfo>()(nothing),
  /** The annotations, links, actors and hand-made threads of the case; of a large one, which parts to ask for besides. */
  'case.records': query<CaseRecords>()(nothing),
  /** A part that `case.records` named, as it is now. */
  'case.recordsPart': query<Pick<CaseRecords, 'annotations' | 'links'>>()(
    z.strictObject({
      of: z.enum(['annotation', 'link']),
      from: z.int().nonnegative(),
      to: z.int().nonnegative(),
    }),
  ),
  /** The cases opened on this machine, latest first; those whose file is gone are left out. */
  'case.list': query<readonly KnownCase[]>()(nothing),
  /** Opens another case in place of this one. Errors: not-a-case, case-newer, case-damaged, case-open-elsewhere, not-found. */
  'case.open': query<CaseInfo>()(z.strictObject({ path: z.string().min(1).max(4096) })),
  /** Makes an empty case of this name in the folder for cases, or at the path given, and opens it. */
  'case.create': query<CaseInfo>()(
    z.strictObject({
      name: z.string().trim().min(1).max(120).exactOptional(),
      path: z.string().min(1).max(4096).exactOptional(),
    }),
  ),
  /** Integrity of the file, foreign keys, quotes against text, journal against records. */
  'case.check': query<CheckResult>()(nothing),

  /** A page of the library, filtered and sorted; `search` looks in headline, publisher and body. */
  'article.list': query<{ readonly total: number; readonly rows: readonly ArticleRow[] }>()(
    z.strictObject({
      search: z.string().max(500).exactOptional(),
      publisher: z.string().max(256).nullable().exactOptional(),
      sort: z.enum(articleSorts).exactOptional(),
      descending: z.boolean().exactOptional(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
  ),
  /** The index of an article in the list that is not searched; null where it is gone or the publisher is another. */
  'article.place': query<number | null>()(
    z.strictObject({
      id: articleIdSchema,
      publisher: z.string().max(256).nullable().exactOptional(),
      sort: z.enum(articleSorts).exactOptional(),
      descending: z.boolean().exactOptional(),
    }),
  ),
  /** Article records by id, in the order asked for; unknown ids are left out. */
  'article.records': query<readonly Article[]>()(z.strictObject({ ids: z.array(articleIdSchema).max(1000) })),
  /** The publishers of the case with the number of their articles, most first; null for articles without one. */
  'article.publishers':
    query<readonly { readonly publisher: string | null; readonly count: number }[]>()(nothing),
  /** The articles that are one source with this one, itself among them: the first of them, then its reprints as they were imported. Errors: not-found. */
  'article.sharing': query<readonly Article[]>()(z.strictObject({ id: articleIdSchema })),
  /** One article with its text, the current one or that of a revision. Errors: not-found. */
  'article.get': query<ArticleContent>()(
    z.strictObject({ id: articleIdSchema, revisionId: revisionIdSchema.exactOptional() }),
  ),
  /** The article's revisions, oldest first. Errors: not-found. */
  'article.revisions': query<readonly RevisionInfo[]>()(z.strictObject({ id: articleIdSchema })),
  /** What was added and removed from one revision to another. Errors: not-found. */
  'article.compareRevisions': query<RevisionComparison>()(
    z.strictObject({ id: articleIdSchema, from: revisionIdSchema, to: revisionIdSchema }),
  ),
  /**
   * The other articles of the case that tell of the same, reprints first. The first question begins to read
   * all articles; the event `relating` tells how far that is, and asking again at its end gives the whole
   * answer. Errors: not-found, too-large.
   */
  'article.related': query<RelatedArticles>()(
    z.strictObject({ id: articleIdSchema, most: z.int().min(1).max(200) }),
  ),
  /**
   * The passages of the other articles that say what this text of an article says, as `article.related` finds
   * them. Errors: not-found, too-large.
   */
  'article.relatedPassages': query<RelatedPassages>()(
    z.strictObject({
      id: articleIdSchema,
      text: z.string().min(1).max(mostOfPassage),
      most: z.int().min(1).max(200),
    }),
  ),
  /** Stops that reading until the next question; what is known stays known. */
  'article.stopRelating': query<null>()(nothing),
  /** The bytes the article was imported from, base64. Errors: not-found. */
  'article.source': query<{ readonly source: SourceFile; readonly bytes: string }>()(
    z.strictObject({ id: articleIdSchema }),
  ),
  /**
   * Reads one file and adds its articles; a refusal is an outcome, not an error. Several calls at
   * a time are read side by side. All articles of the file are one step to undo.
   */
  'article.import': command<ImportResult>()(fileSchema),
  /** Stops imports under way by their tickets; what is in already stays, as whole articles. */
  'import.cancel': query<{ readonly cancelled: number }>()(
    z.strictObject({ tickets: z.array(z.string().min(1).max(64)).max(10_000) }),
  ),
  /** The import formats there are. */
  'import.formats': query<readonly ImportFormat[]>()(nothing),
  /** Corrects metadata. */
  'article.update': command<Article>()(z.strictObject({ id: articleIdSchema, patch: metadataPatch() })),
  /** Corrects the same metadata of several articles in one step. */
  'article.updateMany': command<{ readonly updated: number }>()(
    z.strictObject({ ids: z.array(articleIdSchema).min(1).max(10_000), patch: metadataPatch() }),
  ),
  /**
   * Corrects the text: a new revision, to which annotations go by the edit itself. `revisionId` is the
   * revision that was edited and must be current. `steps` are the ranges of the edit's ProseMirror step
   * maps, in order; position in them is offset plus one. `blocks` are the text as it stands after it.
   * Errors: refused (not current), bad-input.
   */
  'article.correct': command<Revised>()(
    z.strictObject({
      id: articleIdSchema,
      revisionId: revisionIdSchema,
      blocks: z.array(correctedBlockSchema).min(1).max(200_000),
      steps: z.array(z.array(z.int().nonnegative()).max(30_000)).max(100_000),
    }),
  ),
  /** Reads the kept bytes again in another way: a new revision. Metadata nobody corrected is proposed anew. Errors: refused, unreadable. */
  'article.reread': command<Revised>()(z.strictObject({ id: articleIdSchema, ...readingOptions })),
  /** Folds blocks away as furniture, or restores them. `blocks` are indexes into the revision's blocks. */
  'article.setFurniture': command<Article>()(
    z.strictObject({
      id: articleIdSchema,
      blocks: z.array(z.int().nonnegative()).min(1).max(100_000),
      furniture: z.boolean(),
      ...chosenIn,
    }),
  ),
  /** Removes articles with their annotations and links. */
  'article.remove': command<{ readonly removed: number }>()(
    z.strictObject({ ids: z.array(articleIdSchema).min(1).max(1000) }),
  ),

  /** Tags a passage, and links it in the same step when `link` is given. */
  'annotation.create': command<Annotation>()(
    z.strictObject({
      articleId: articleIdSchema,
      kind: z.enum(kinds),
      segments: z.array(rangeSchema).min(1).max(64),
      ...chosenIn,
      ...annotationDetails,
      link: linkWithSchema.exactOptional(),
    }),
  ),
  /** Changes what is given and leaves the rest; a kind that its links forbid is refused. */
  'annotation.update': command<Annotation>()(
    z.strictObject({
      id: annotationIdSchema,
      kind: z.enum(kinds).exactOptional(),
      segments: z.array(rangeSchema).min(1).max(64).exactOptional(),
      ...chosenIn,
      ...annotationDetails,
    }),
  ),
  /** Removes annotations with their links. */
  'annotation.remove': command<{ readonly removed: number }>()(
    z.strictObject({ ids: z.array(annotationIdSchema).min(1).max(10_000) }),
  ),

  /** The annotations that lie on an older revision and wait for a decision, in text order; of one article or of all. */
  'review.list': query<readonly ReviewItem[]>()(
    z.strictObject({
      articleId: articleIdSchema.nullable(),
      limit: z.int().min(1).max(1000).exactOptional(),
    }),
  ),
  /** Takes the suggestion. Errors: refused where there is none, or nothing to review. */
  'review.accept': command<Annotation>()(z.strictObject({ id: annotationIdSchema })),
  /** Puts the annotation on other words of the current revision. */
  'review.remark': command<Annotation>()(
    z.strictObject({ id: annotationIdSchema, segments: z.array(rangeSchema).min(1).max(64), ...chosenIn }),
  ),
  /** Leaves the annotation on the revision it lies in. */
  'review.detach': command<Annotation>()(z.strictObject({ id: annotationIdSchema })),

  /** Links two annotations. Errors: refused (with the rule), not-found. */
  'link.create': command<Link>()(
    z.strictObject({
      fromId: annotationIdSchema,
      relation: z.enum(relations),
      toId: annotationIdSchema,
      note: z.string().max(20_000).exactOptional(),
    }),
  ),
  'link.update': command<Link>()(
    z.strictObject({
      id: linkIdSchema,
      relation: z.enum(relations).exactOptional(),
      note: z.string().max(20_000).exactOptional(),
    }),
  ),
  'link.remove': command<{ readonly removed: number }>()(
    z.strictObject({ ids: z.array(linkIdSchema).min(1).max(10_000) }),
  ),

  /** Renames an actor, or sets its type, aliases or note. */
  'actor.update': command<Actor>()(z.strictObject({ id: actorIdSchema, patch: actorPatch() })),

  /** Makes two actors one: `into` keeps its name, gets the other's names as aliases, and speaks where either spoke. Errors: refused, not-found. */
  'actor.merge': command<Actor>()(z.strictObject({ from: actorIdSchema, into: actorIdSchema })),
  /** Makes a new actor of this name out of one, and gives it these of its annotations. Errors: refused, not-found. */
  'actor.split': command<Actor>()(
    z.strictObject({
      id: actorIdSchema,
      name: actorName,
      annotationIds: z.array(annotationIdSchema).min(1).max(10_000),
    }),
  ),

  /** Names a thread, holds annotations together, or sets them apart, by hand. Errors: not-found. */
  'thread.create': command<ThreadRecord>()(
    z.strictObject({
      title: threadSchema.shape.title.exactOptional(),
      memberIds: threadSchema.shape.memberIds,
      apart: z.boolean().exactOptional(),
      /** What is left of the thread that is split, held together in the same step. */
      rest: threadSchema.shape.memberIds.exactOptional(),
    }),
  ),
  /** Changes what is given and leaves the rest. Errors: not-found. */
  'thread.update': command<ThreadRecord>()(
    z.strictObject({
      id: threadIdSchema,
      title: threadSchema.shape.title.exactOptional(),
      memberIds: threadSchema.shape.memberIds.exactOptional(),
      apart: z.boolean().exactOptional(),
    }),
  ),
  /** Forgets what was joined and set apart by hand, so that the threads follow from the links again; the title of such a record stays with its first passage. A record that only gives a title goes. */
  'thread.remove': command<{ readonly removed: number }>()(
    z.strictObject({ ids: z.array(threadIdSchema).min(1).max(10_000) }),
  ),

  /** Takes the last step back. Errors: nothing-to-do. */
  'history.undo': command<Committed>()(nothing),
  /** Makes the last undone step again. Errors: nothing-to-do. */
  'history.redo': command<Committed>()(nothing),
  /** The latest steps, newest first. */
  'history.list': query<readonly HistoryStep[]>()(z.strictObject({ limit: z.int().min(1).max(1000) })),

  /** The report of what the scope names, or of all. Errors: not-found for an article; a thread that is gone is left out. */
  'report.render': query<RenderedReport>()(
    z.strictObject({ format: z.enum(reportFormats), ...reportScopeSchema.shape }),
  ),

  /** How the compare view of the case was left, without articles that are gone; null where that was never kept. */
  'layout.get': query<Layout | null>()(nothing),
  /** Keeps it with the case. That is no step of the history; `kept` is false where another case is open by now. */
  'layout.set': query<{ readonly kept: boolean }>()(
    z.strictObject({ path: z.string().min(1).max(4096), layout: layoutSchema }),
  ),

  'settings.get': query<Settings>()(nothing),
  /** Changes settings for all cases; everybody hears of it. */
  'settings.set': query<Settings>()(
    z.strictObject({
      theme: settingsSchema.shape.theme.exactOptional(),
      textSize: settingsSchema.shape.textSize.exactOptional(),
      measure: settingsSchema.shape.measure.exactOptional(),
    }),
  ),
} as const

export type Contract = typeof contract
/** The name of a method, such as `annotation.create`. */
export type Method = keyof Contract
/** What a method takes, as checked. */
export type Input<M extends Method> = z.output<Contract[M]['input']>
/** What a method returns. */
export type Result<M extends Method> = Contract[M] extends { readonly result?: infer R }
  ? Exclude<R, undefined>
  : never

/** Everything the host tells without being asked. */
export type HostEvent =
  /** A change set was committed. */
  | { readonly event: 'committed'; readonly value: Committed }
  /** Another case is open now; all that was known of the former is void. */
  | { readonly event: 'case-opened'; readonly value: CaseInfo }
  | { readonly event: 'settings'; readonly value: Settings }
  /** How far the articles are read for telling related ones. */
  | { readonly event: 'relating'; readonly value: RelatingProgress }
  /** The person chose a command in the native menu. */
  | { readonly event: 'menu'; readonly value: { readonly command: string } }
  /** The person opened a case file outside of the window. */
  | { readonly event: 'open-case'; readonly value: { readonly path: string } }

/** A call as it travels. */
export const requestSchema = z.strictObject({
  id: z.int().nonnegative(),
  method: z.string().max(64),
  input: z.unknown(),
})
export type Request = z.infer<typeof requestSchema>

/** The answer to the call of the same id; null where the request was too broken to have one. */
export type Reply =
  | { readonly id: number | null; readonly ok: true; readonly value: unknown }
  | { readonly id: number | null; readonly ok: false; readonly error: WireError }

/** Whatever the host sends. */
export type Message = Reply | HostEvent

/** Calls a method of the host; rejects with a GainsayError. The client, the command line and the tests all have one. */
export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Result<M>>
