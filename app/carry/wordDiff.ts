/** Two revisions compared word by word, block by block, as the analyst reads what was changed. */

import type { Block } from '../model.ts'
import type { DiffBlock, DiffPiece, RevisionComparison } from '../results.ts'
import { alignTexts } from './carry.ts'
import type { Tokens } from './tokens.ts'

type Laid = { readonly text: string; readonly blocks: readonly Block[] }

/** The comparison, in the order of the newer revision; blocks that are gone stand where they stood. */
export function compareRevisions(older: Laid, newer: Laid): RevisionComparison {
  const { from, to, places } = alignTexts(older.text, newer.text)
  const blockOfA = blocksOfTokens(from, older.blocks)
  const blockOfB = blocksOfTokens(to, newer.blocks)
  const survives = new Set<number>()
  places.forEach((place, token) => {
    if (place >= 0) survives.add(blockOfA[token] ?? -1)
  })
  const made: MadeBlock[] = []
  const open = new Map<string, MadeBlock>()
  const bucket = (side: 'older' | 'newer', index: number): MadeBlock => {
    const key = `${side} ${index}`
    let one = open.get(key)
    if (one === undefined) {
      const block = (side === 'older' ? older : newer).blocks[index]
      one = {
        type: block?.type ?? 'paragraph',
        furniture: block?.furniture != null,
        gone: side === 'older',
        pieces: [],
      }
      open.set(key, one)
      made.push(one)
    }
    return one
  }
  let a = 0
  let addedWords = 0
  let removedWords = 0
  let current = blockOfB[0] ?? 0
  const remove = (upTo: number) => {
    for (; a < upTo; a += 1) {
      const home = blockOfA[a] ?? 0
      if (isWord(from, a)) removedWords += 1
      const target = survives.has(home) ? bucket('newer', current) : bucket('older', home)
      addPiece(target.pieces, 'removed', withGap(from, a, older.blocks[home]), isSpaced(from, a), {
        older: from.starts[a] ?? 0,
        newer: null,
      })
    }
  }
  const placed = new Int32Array(to.starts.length).fill(-1)
  places.forEach((place, token) => {
    if (place >= 0) placed[place] = token
  })
  for (let b = 0; b < to.starts.length; b += 1) {
    const token = placed[b] ?? -1
    const home = blockOfB[b] ?? 0
    if (token >= 0) {
      // Removed words stay with the block they stood in, also at its end.
      if (home !== current) {
        while (a < token && blockOfA[a] === blockOfA[a - 1]) remove(a + 1)
        current = home
      }
      remove(token)
      a = token + 1
      addPiece(bucket('newer', home).pieces, 'same', withGap(to, b, newer.blocks[home]), isSpaced(to, b), {
        older: from.starts[token] ?? 0,
        newer: to.starts[b] ?? 0,
      })
    } else {
      // What stood here before comes first, as far as its block went.
      while (a < from.starts.length && (places[a] ?? -1) < 0 && (a === 0 || blockOfA[a] === blockOfA[a - 1]))
        remove(a + 1)
      current = home
      if (isWord(to, b)) addedWords += 1
      addPiece(bucket('newer', home).pieces, 'added', withGap(to, b, newer.blocks[home]), isSpaced(to, b), {
        older: null,
        newer: to.starts[b] ?? 0,
      })
    }
  }
  remove(from.starts.length)
  return { blocks: made.map(finish), addedWords, removedWords }
}

type MadeBlock = { type: Block['type']; furniture: boolean; gone: boolean; pieces: DiffPiece[] }

function finish({ type, furniture, gone, pieces }: MadeBlock): DiffBlock {
  const has = (change: DiffPiece['change']) => pieces.some((piece) => piece.change === change)
  const change = gone
    ? 'removed'
    : !has('added') && !has('removed')
      ? 'same'
      : has('same') || has('removed')
        ? 'changed'
        : 'added'
  return { type, furniture, change, pieces }
}

type Place = Pick<DiffPiece, 'older' | 'newer'>

/**
 * `spaced`: white space stands before it in its own text, which a piece taken from the
 * other may lack. Within a piece, letters lie as far apart in both texts as they do in it.
 */
function addPiece(
  pieces: DiffPiece[],
  change: DiffPiece['change'],
  token: string,
  spaced: boolean,
  place: Place,
): void {
  const last = pieces.at(-1)
  const before = pieces.findLast((piece) => piece.change === 'same' || piece.change === change)
  const space = spaced && before !== undefined && !/\s$/.test(before.text) ? ' ' : ''
  const at = (offset: number | null) => (offset === null ? null : offset - space.length)
  const [older, newer] = [at(place.older), at(place.newer)]
  const goesOn = (from: number | null | undefined, to: number | null) =>
    to === null || from == null || from + (last?.text.length ?? 0) === to
  const text = space + token
  if (last?.change === change && goesOn(last.older, older) && goesOn(last.newer, newer))
    pieces[pieces.length - 1] = { ...last, text: last.text + text }
  else pieces.push({ change, text, older, newer })
}

const isWord = ({ text, starts }: Tokens, token: number) =>
  /[\p{L}\p{N}]/u.test(text.charAt(starts[token] ?? 0)) || text.charCodeAt(starts[token] ?? 0) >= 0xd800

const isSpaced = ({ text, starts }: Tokens, token: number) => /\s/.test(text.charAt((starts[token] ?? 0) - 1))

/** The token with the white space behind it, as far as its block goes. */
function withGap({ text, starts, ends }: Tokens, token: number, block: Block | undefined): string {
  const next = Math.min(starts[token + 1] ?? text.length, block?.end ?? text.length)
  return text.slice(starts[token] ?? 0, Math.max(next, ends[token] ?? 0))
}

/** For each token the index of the block it stands in. */
function blocksOfTokens({ starts }: Tokens, blocks: readonly Block[]): Int32Array {
  const homes = new Int32Array(starts.length)
  let index = 0
  starts.forEach((start, token) => {
    while (index + 1 < blocks.length && start >= (blocks[index]?.end ?? 0)) index += 1
    homes[token] = index
  })
  return homes
}
