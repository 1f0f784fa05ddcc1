import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../app/dates.ts'
import { extractText } from '../app/extract/extractText.ts'
import { canLink, sameLink } from '../app/rules.ts'
import { rangeOfQuote, sampleSchema } from '../app/sample.ts'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const sample = sampleSchema.parse(JSON.parse(read('annotated.json')))
const byKey = new Map(sample.annotations.map((annotation) => [annotation.key, annotation]))
const texts = new Map(
  [...new Set(sample.annotations.map((annotation) => annotation.file))].map((file) => [
    file,
    extractText({ text: read(file).replaceAll('\r\n', '\n'), name: file }).text,
  ]),
)

describe('the annotated sample', () => {
  it('quotes every passage in words that its article has exactly once, segments in order', () => {
    for (const { file, quotes, key } of sample.annotations) {
      const starts = quotes.map((quote) => rangeOfQuote(texts.get(file) ?? '', quote).start)
      expect([key, starts]).toEqual([key, starts.toSorted((a, b) => a - b)])
    }
  })

  it('gives every passage a key of its own', () => {
    expect(byKey.size).toBe(sample.annotations.length)
  })

  it('links only what the rules allow, and nothing twice', () => {
    const links = sample.links.map((link) => ({ ...link, fromId: link.from, toId: link.to }))
    links.forEach((link, index) => {
      const [from, to] = [byKey.get(link.from), byKey.get(link.to)]
      if (from === undefined || to === undefined) throw new Error(`There is no ${link.from} or ${link.to}.`)
      const end = ({ key, kind }: typeof from) => ({ id: key, kind })
      expect([link, canLink(end(from), link.relation, end(to))]).toEqual([link, { allowed: true }])
      expect(links.slice(index + 1).some((other) => sameLink(link, other))).toBe(false)
    })
  })

  it('dates in EDTF only', () => {
    const dates = sample.annotations.flatMap(({ fields }) => [fields.said, fields.when])
    expect(dates.filter((date) => typeof date === 'string' && !parseEdtf(date).ok)).toEqual([])
  })

  it('describes only actors that some passage names, and calls nobody by two names', () => {
    const named = new Set(
      sample.annotations.flatMap(({ fields }) => [fields.speaker, ...(fields.participants ?? [])]),
    )
    for (const { name, aliases } of sample.actors) {
      expect([name, named.has(name)]).toEqual([name, true])
      expect(aliases.filter((alias) => named.has(alias))).toEqual([])
    }
  })

  it('shows each sort of disagreement: a denial, a contradiction and one event told in two articles', () => {
    const across = sample.links.filter((link) => byKey.get(link.from)?.file !== byKey.get(link.to)?.file)
    expect(across.some((link) => link.relation === 'denies')).toBe(true)
    expect(across.some((link) => link.relation === 'same event')).toBe(true)
    expect(sample.links.some((link) => link.relation === 'contradicts')).toBe(true)
  })
})
