/** How the thread of each relation looks: its colour and its dashes, on the screen and in the saved picture. */
import type { Relation } from '../../app/vocabulary.ts'

export type ThreadLook = {
  /** The custom property of the theme that has the colour. */
  readonly tone: 'claim' | 'denial' | 'event' | 'ink-soft' | 'related'
  /** Lengths of dashes and gaps in pixels, as SVG writes them; null for an unbroken line. */
  readonly dash: string | null
  /** Whether dashes have round ends, so that short ones are dots. */
  readonly round: boolean
}

export const threadLooks = {
  denies: { tone: 'denial', dash: null, round: false },
  contradicts: { tone: 'denial', dash: '7 3 2 3', round: false },
  supports: { tone: 'claim', dash: null, round: false },
  'same claim': { tone: 'claim', dash: '1 4', round: true },
  'same event': { tone: 'event', dash: null, round: false },
  'responds to': { tone: 'ink-soft', dash: '3 3', round: false },
  follows: { tone: 'event', dash: '8 4', round: false },
} as const satisfies Record<Relation, ThreadLook>

/** That of passages which say the same and are not linked. */
export const relatedLook: ThreadLook = { tone: 'related', dash: '2 3', round: false }

/** How far a thread stands out: beside others, chosen, or beside the chosen ones. */
export type ThreadState = 'plain' | 'focused' | 'dimmed'

/** Width in pixels and opacity of its line. */
export const threadStrokes = {
  plain: { width: 1.6, opacity: 0.75 },
  focused: { width: 2.4, opacity: 1 },
  dimmed: { width: 1.6, opacity: 0.2 },
} as const satisfies Record<ThreadState, { width: number; opacity: number }>

/** Where a chosen thread passes behind a text it is shown faintly, so that the words are read through it. */
export const behindStroke = { width: 1.6, opacity: 0.3, dash: '1 5' } as const

/** The radius of the dot at an end. */
export const endRadius = 2.5

/** About what a letter of a label takes, in pixels. */
const letterWidth = 7.4

/** Whether the word of a relation goes along its thread, downwards, since across it would stand on the texts. `room` in pixels. */
export const goesDown = (relation: Relation, room: number): boolean => relation.length * letterWidth > room

/** How far below its place the label's line of text stands, in pixels: on a thread that it goes along, else above it. */
export const labelShift = (down: boolean): number => (down ? 4 : -6)
