/**
 * The closed word lists of the field: what a passage can be, how it was said,
 * how passages relate, how far a source is trusted. Code, screen, command line
 * and report all take their words from here, so that one list is one truth.
 */

/** What a tagged passage is. */
export const kinds = ['claim', 'denial', 'event'] as const
export type Kind = (typeof kinds)[number]

/** How the words of a claim reach the reader. */
export const attributions = ['direct quote', 'indirect', 'unnamed'] as const
export type Attribution = (typeof attributions)[number]

/** How firmly the text puts a claim. */
export const certainties = ['asserted', 'alleged', 'suspected', 'denied by speaker later'] as const
export type Certainty = (typeof certainties)[number]

/** What a denial does to what it answers. */
export const stances = [
  'denies',
  'partly denies',
  'no comment',
  'neither confirms nor denies',
  'retracts',
] as const
export type Stance = (typeof stances)[number]

/** The typed, directed relations between two annotations; `rules` says which kinds each may join. */
export const relations = [
  'denies',
  'contradicts',
  'supports',
  'same claim',
  'same event',
  'responds to',
  'follows',
] as const
export type Relation = (typeof relations)[number]

/** How each relation reads from its other end. */
export const inverseLabels = {
  denies: 'denied by',
  contradicts: 'contradicted by',
  supports: 'supported by',
  'same claim': 'same claim',
  'same event': 'same event',
  'responds to': 'answered by',
  follows: 'followed by',
} as const satisfies Record<Relation, string>

/** Source reliability of the Admiralty grading. */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof reliabilities)[number]

/** What each grade of source reliability means. */
export const reliabilityLabels = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
} as const satisfies Record<Reliability, string>

/** Information credibility of the Admiralty grading. */
export const credibilities = ['1', '2', '3', '4', '5', '6'] as const
export type Credibility = (typeof credibilities)[number]

/** What each grade of information credibility means. */
export const credibilityLabels = {
  '1': 'confirmed by other sources',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'truth cannot be judged',
} as const satisfies Record<Credibility, string>

/** What an actor is. */
export const actorTypes = ['person', 'office', 'organisation', 'place'] as const
export type ActorType = (typeof actorTypes)[number]

/** What a block of text is. */
export const blockTypes = ['paragraph', 'heading', 'quote', 'listItem', 'caption'] as const
export type BlockType = (typeof blockTypes)[number]

/** Why a block was taken for furniture; `head` marks lines that were read into the article's metadata. */
export const furnitureReasons = [
  'head',
  'menu',
  'share',
  'related',
  'comments',
  'sidebar',
  'repeated',
  'debris',
  'notice',
] as const
export type FurnitureReason = (typeof furnitureReasons)[number]

/** The reason as the reader says it beside a fold. */
export const furnitureLabels = {
  head: 'shown in the head',
  menu: 'menu',
  share: 'share bar',
  related: 'related links',
  comments: 'comments',
  sidebar: 'sidebar',
  repeated: 'repeated line',
  debris: 'page debris',
  notice: 'site notice',
} as const satisfies Record<FurnitureReason, string>

/** What a story says of itself when it was changed after publication. */
export const correctionStatuses = ['corrected', 'updated', 'clarified', 'refiled', 'retracted'] as const
export type CorrectionStatus = (typeof correctionStatuses)[number]

/** What a credited person did. */
export const creditRoles = ['reporting', 'writing', 'editing', 'photography', 'translation', 'other'] as const
export type CreditRole = (typeof creditRoles)[number]

/** How a revision of an article came about. */
export const revisionOrigins = ['import', 'capture', 'correction', 'reread'] as const
export type RevisionOrigin = (typeof revisionOrigins)[number]

/** The origin as the list of revisions says it. */
export const revisionOriginLabels = {
  import: 'imported',
  capture: 'later capture',
  correction: 'corrected here',
  reread: 'read again',
} as const satisfies Record<RevisionOrigin, string>

/** What a column of a table, or a field of a feed, can be for an article. */
export const recordFields = [
  'headline',
  'text',
  'authors',
  'published',
  'publisher',
  'url',
  'language',
  'summary',
] as const
export type RecordField = (typeof recordFields)[number]
