/** What the sample articles hold, read by hand; the tests and the sample case take it from here. */

import type { Metadata } from '../app/model.ts'
import type { FurnitureReason } from '../app/vocabulary.ts'

/** What is expected of one sample article. */
export type ExpectedSeed = {
  /** Name of the file in this folder. */
  file: string
  metadata: Metadata
  /** First and last words of the body: of the blocks that are not furniture. */
  bodyBegins: string
  bodyEnds: string
  /** Number of body blocks. */
  bodyBlocks: number
  /** Captions in the body. */
  captions: string[]
  /** Furniture in file order: runs of one reason, each by its first line and its length in blocks. */
  furniture: { reason: FurnitureReason; first: string; blocks: number }[]
}

const nothing = { url: null, language: 'en', correction: null } as const

/** The three sample articles. */
export const expectedSeeds: readonly ExpectedSeed[] = [
  {
    file: 'islamabad-fends-off-us-warning.reuters-2011.txt',
    metadata: {
      ...nothing,
      headline: 'Islamabad fends off U.S. warning on "Pakistan-based" militants',
      headlineProposed: false,
      publisher: 'Reuters',
      authors: [],
      credits: [
        { role: 'reporting', name: 'Mark Hosenball' },
        { role: 'reporting', name: 'Phil Stewart' },
        { role: 'writing', name: 'Michael Georgy' },
        { role: 'editing', name: 'Nick Macfie' },
      ],
      dateline: 'ISLAMABAD',
      datelineDate: null,
      published: '2011-09-15',
    },
    bodyBegins: 'ISLAMABAD (Reuters) - Pakistani officials on Thursday fended off a warning',
    bodyEnds:
      'Additional reporting by Mark Hosenball in Washington and Phil Stewart in San Francisco; Writing by Michael Georgy; Editing by Nick Macfie',
    bodyBlocks: 25,
    captions: [],
    furniture: [
      { reason: 'head', first: 'September 15, 2011 / 7:18 AM / 8 years ago', blocks: 2 },
      { reason: 'debris', first: '0 : 0', blocks: 15 },
    ],
  },
  {
    file: 'pakistani-military-holding-back.undated.txt',
    metadata: {
      ...nothing,
      headline:
        'The Pakistani military is holding back counter-terrorism cooperation with the United States while…',
      headlineProposed: true,
      publisher: null,
      authors: [],
      credits: [],
      dateline: null,
      datelineDate: null,
      published: null,
    },
    bodyBegins: 'The Pakistani military is holding back counter-terrorism cooperation',
    bodyEnds: 'ongoing operation Raddul Fasaad".',
    bodyBlocks: 11,
    captions: ['US Director of National Intelligence Dan Coats. ─Reuters/File'],
    furniture: [
      {
        reason: 'repeated',
        first: 'US Director of National Intelligence Dan Coats. ─Reuters/File',
        blocks: 1,
      },
      {
        reason: 'related',
        first: 'See: US general rules out military operations inside Pakistan',
        blocks: 1,
      },
      { reason: 'sidebar', first: 'Opinion', blocks: 29 },
    ],
  },
  {
    file: 'us-military-trickles-back.reuters-2012.txt',
    metadata: {
      ...nothing,
      headline: 'U.S. military trickles back into Western Pakistan',
      headlineProposed: false,
      publisher: 'Reuters',
      authors: ['Missy Ryan', 'Mark Hosenball'],
      credits: [
        { role: 'editing', name: 'Warren Strobel' },
        { role: 'editing', name: 'Christopher Wilson' },
      ],
      dateline: 'WASHINGTON',
      datelineDate: 'May 30',
      published: '2012-05-31',
      correction: {
        status: 'corrected',
        notice:
          'In May 30 story, official clarifies to say returning military are liaison officers, not trainers',
      },
    },
    bodyBegins: 'WASHINGTON May 30 (Reuters) - The United States has sent a handful',
    bodyEnds: 'after the bin Laden raid. (Editing by Warren Strobel and Christopher Wilson)',
    bodyBlocks: 17,
    captions: [],
    furniture: [
      {
        reason: 'head',
        first: 'CORRECTED-(OFFICIAL)-U.S. military trickles back into Western Pakistan',
        blocks: 4,
      },
      { reason: 'comments', first: 'Comments (0)', blocks: 2 },
      { reason: 'sidebar', first: 'Most Popular', blocks: 26 },
      {
        reason: 'notice',
        first: 'Get the latest news on the go. Visit Reuters India on your mobile device. Full Coverage',
        blocks: 1,
      },
    ],
  },
]
