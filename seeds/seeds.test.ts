import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blockSeparator } from '../app/blocks.ts'
import { extractText } from '../app/extract/extractText.ts'
import { type Block, metadataSchema, revisionSchema } from '../app/model.ts'
import { type ExpectedSeed, expectedSeeds } from './expected.ts'

const read = (file: string) =>
  extractText({
    text: readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll('\r\n', '\n'),
    name: file,
  })

function runs(text: string, blocks: readonly Block[]): ExpectedSeed['furniture'] {
  const found: ExpectedSeed['furniture'] = []
  blocks.forEach((block, index) => {
    if (block.furniture === null) return
    const last = found.at(-1)
    if (last !== undefined && blocks[index - 1]?.furniture === block.furniture) last.blocks += 1
    else found.push({ reason: block.furniture, first: text.slice(block.start, block.end), blocks: 1 })
  })
  return found
}

describe.each(expectedSeeds)('the sample article $file', (seed) => {
  const { metadata, text, blocks } = read(seed.file)
  const body = blocks.filter((block) => block.furniture === null)
  const words = (block: Block | undefined) => text.slice(block?.start, block?.end)

  it('has the metadata that its text states and no other', () => {
    expect(metadata).toEqual(seed.metadata)
    expect(metadataSchema.parse(metadata)).toEqual(metadata)
  })

  it('has the body that a reader would say it has', () => {
    expect(words(body[0]).slice(0, seed.bodyBegins.length)).toBe(seed.bodyBegins)
    expect(words(body.at(-1)).slice(-seed.bodyEnds.length)).toBe(seed.bodyEnds)
    expect(body).toHaveLength(seed.bodyBlocks)
    expect(body.filter((block) => block.type === 'caption').map(words)).toEqual(seed.captions)
  })

  it('has its clutter folded away, each for its reason', () => {
    expect(runs(text, blocks)).toEqual(seed.furniture)
  })

  it('has blocks that tile the text', () => {
    expect(blocks.map(words).join(blockSeparator)).toBe(text)
    expect(revisionSchema.shape.blocks.parse(blocks)).toEqual(blocks)
  })
})
