/** Words added and removed, as `ins` and `del`, so that they are told apart without colour too. */
import type { ReactNode } from 'react'
import { compareRevisions } from '../../app/carry/wordDiff.ts'
import type { DiffPiece } from '../../app/results.ts'

export function Pieces({
  pieces,
  without,
  swapped = false,
  wordsOf = ({ text }) => text,
}: {
  readonly pieces: readonly DiffPiece[]
  /** Pieces that are not shown. */
  readonly without?: DiffPiece['change']
  /** The texts were compared the other way round: what is added was removed. */
  readonly swapped?: boolean
  /** How the words of a piece are drawn; as they are by default. */
  readonly wordsOf?: (piece: DiffPiece) => ReactNode
}) {
  return pieces
    .filter(({ change }) => change !== without)
    .map((piece, index) => {
      const { change } = piece
      const Tag = change === 'same' ? 'span' : (change === 'added') === swapped ? 'del' : 'ins'
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of two fixed texts have no identity but their place
      return <Tag key={index}>{wordsOf(piece)}</Tag>
    })
}

/** Two short texts compared word by word. */
export function compareWords(older: string, newer: string): readonly DiffPiece[] {
  return compareRevisions(oneBlock(older), oneBlock(newer)).blocks.flatMap(({ pieces }) => pieces)
}

const oneBlock = (text: string) => ({
  text,
  blocks: [{ type: 'paragraph' as const, start: 0, end: text.length, level: null, furniture: null }],
})
