/**
 * What the methods of the contract return, as types: the host makes these values
 * and nobody checks them on arrival. What goes in is checked, and named in
 * `contract.ts` beside the methods.
 */
import type { HistoryState } from './changes.ts'
import type { WireError } from './errors.ts'
import type { RevisionId } from './ids.ts'
import type {
  Actor,
  Annotation,
  Article,
  Block,
  Link,
  Revision,
  Segment,
  SourceFile,
  ThreadRecord,
} from './model.ts'
import type { LikePassage, RelatedTo } from './relate/relatedArticles.ts'

/** What became of the annotations when an article went on to another revision. */
export type CarriedCounts = { readonly kept: number; readonly moved: number; readonly review: number }

/** An article that went on to a new revision. */
export type Revised = {
  readonly article: Article
  readonly revisionId: RevisionId
  readonly carried: CarriedCounts
}

/** Why an article was taken for a later capture of one that is there. */
export type SimilarBy = 'address' | 'text'

/** What became of one article of an imported file, or of the file itself where it was refused. `name` is the file's, or the article's within it. */
export type ImportOutcome =
  /** `article.reprintOf` says whether it shares its text with another. */
  | { readonly outcome: 'imported'; readonly name: string; readonly article: Article }
  | { readonly outcome: 'duplicate'; readonly name: string; readonly of: Article }
  /** Offered, nothing was changed. `score` is how much of the text is the same, 0–1. */
  | {
      readonly outcome: 'later capture'
      readonly name: string
      /** Which article of its file it is, from 0. */
      readonly place: number
      readonly of: Article
      readonly by: SimilarBy
      readonly score: number
    }
  /** The later capture was made a new revision of `article`. */
  | ({ readonly outcome: 'revised'; readonly name: string } & Revised)
  | { readonly outcome: 'refused'; readonly name: string; readonly error: WireError }

/** What became of one file: an outcome for each article in it, in order, and for each part that was refused. At least one. */
export type ImportResult = {
  readonly name: string
  /** How the file was read; null where it was not read, being refused or known by its bytes. */
  readonly read: Pick<SourceFile, 'format' | 'mediaType' | 'encoding' | 'encodingSure' | 'mapping'> | null
  readonly outcomes: readonly ImportOutcome[]
}

/** An import format, as the person chooses it. */
export type ImportFormat = {
  readonly id: string
  readonly label: string
  /** Lower case, with their dot. */
  readonly extensions: readonly string[]
}

/** One revision in the list of an article's revisions, oldest first. */
export type RevisionInfo = Pick<Revision, 'id' | 'createdAt' | 'origin' | 'part' | 'warnings'> & {
  readonly source: SourceFile
  readonly current: boolean
  /** How many annotations lie on it. */
  readonly annotations: number
}

/** A piece of a compared text. */
export type DiffPiece = {
  readonly change: 'same' | 'added' | 'removed'
  readonly text: string
  /** Offset of the piece in the older text and in the newer; null in the one that has it not. */
  readonly older: number | null
  readonly newer: number | null
}

/** A block of the newer text, or one that only the older has. */
export type DiffBlock = {
  readonly type: Block['type']
  readonly furniture: boolean
  readonly change: 'same' | 'changed' | 'added' | 'removed'
  readonly pieces: readonly DiffPiece[]
}

/** Two revisions compared word by word, in the order of the newer. */
export type RevisionComparison = {
  readonly blocks: readonly DiffBlock[]
  readonly addedWords: number
  readonly removedWords: number
}

/** An annotation that could not be carried to the current revision, with the place that fits best there. */
export type ReviewItem = {
  readonly annotation: Annotation
  /** The words on its own revision, with up to 200 code units before and after. */
  readonly old: { readonly before: string; readonly words: string; readonly after: string }
  /** Null where nothing in the current text comes near. */
  readonly suggestion: {
    readonly segments: readonly Segment[]
    readonly words: string
    /** How well it fits, 0–1. */
    readonly score: number
  } | null
  /** The current text where the suggestion stands, else where the old words stood. */
  readonly now: { readonly before: string; readonly words: string; readonly after: string }
}

/** How many annotations of each kind there are. */
export type KindCounts = { readonly claim: number; readonly denial: number; readonly event: number }

/** What a case holds and where history stands. */
export type CaseInfo = {
  /** Absolute path of the case file. */
  readonly path: string
  /** File name without `.gainsay`. */
  readonly name: string
  /** The revision counter: rises by one with each commit. */
  readonly counter: number
  readonly articles: number
  readonly annotations: KindCounts
  readonly links: number
  readonly history: HistoryState
}

/** The analyst's own records, whole but for what `rest` names; articles come by list and get, since there may be 100,000. */
export type CaseRecords = {
  readonly counter: number
  /** Oldest first. */
  readonly annotations: readonly Annotation[]
  readonly links: readonly Link[]
  readonly actors: readonly Actor[]
  readonly threads: readonly ThreadRecord[]
  /** Those that have annotations, and those whose text they share. */
  readonly articles: readonly Article[]
  /** The annotations and links that a large case holds besides; `app/wholeRecords` has them all. */
  readonly rest: readonly RecordsPart[]
}

/** Some of the annotations or links of a case, by the places of their rows, both ends counted. */
export type RecordsPart = { readonly of: 'annotation' | 'link'; readonly from: number; readonly to: number }

/** One row of the library; the snippet is there only for a search. */
export type ArticleRow = {
  readonly article: Article
  readonly counts: KindCounts
  /** How many annotations wait for review, see `needsReview`. */
  readonly review: number
  /** What the text was read from. */
  readonly source: Pick<SourceFile, 'format' | 'origin'>
  /** How many other articles are one source with it, see `sourceGroups`. */
  readonly sharing: number
  /** A piece of text around the best match; `marks` are ranges in it. */
  readonly snippet: {
    readonly text: string
    readonly marks: readonly { start: number; end: number }[]
  } | null
}

/** An article with all that is needed to show it. */
export type ArticleContent = {
  readonly article: Article
  readonly revision: Revision
  readonly source: SourceFile
}

/** How far the reading of all articles is that telling related ones needs. */
export type RelatingProgress = {
  /** Articles that are known by now. */
  readonly read: number
  /** Articles to be known; fewer than the case holds only where it is very large. */
  readonly of: number
  /** Whether somebody stopped it; the next question goes on. */
  readonly stopped: boolean
}

/** An article related to the one asked for, with what that rests on; see `RelatedTo`. */
export type RelatedArticle = Omit<RelatedTo, 'articleId'> & {
  readonly article: Article
  /** Whether the case marks both as one source, see `reprintOf`. */
  readonly sameSource: boolean
}

/** The articles related to one, best first; more may come while not all are read. */
export type RelatedArticles = RelatingProgress & { readonly rows: readonly RelatedArticle[] }

/** A passage of another article that says what the one asked for says; `text` is as printed at `range`. */
export type RelatedPassage = Omit<LikePassage, 'articleId'> & { readonly article: Article }

/** The passages that say what one says, best first; more may come while not all articles are read. */
export type RelatedPassages = RelatingProgress & { readonly rows: readonly RelatedPassage[] }

/** One step of the history, newest first. */
export type HistoryStep = {
  readonly seq: number
  readonly at: string
  readonly label: string
  /** Whether it is undone at present (and can be redone). */
  readonly undone: boolean
  /** How many records it changed. */
  readonly size: number
}

/** One thing wrong with a case; `where` names the record or table. */
export type CheckProblem = { readonly where: string; readonly what: string }

export type CheckResult = {
  readonly ok: boolean
  readonly checked: {
    readonly articles: number
    readonly annotations: number
    readonly links: number
    readonly steps: number
  }
  readonly problems: readonly CheckProblem[]
}

/** A finished report. */
export type RenderedReport = { readonly fileName: string; readonly mediaType: string; readonly text: string }

/** A case known to this machine. */
export type KnownCase = { readonly path: string; readonly name: string; readonly openedAt: string }
