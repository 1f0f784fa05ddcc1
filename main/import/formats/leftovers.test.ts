import { describe, expect, it } from 'vitest'
import { readPageBlocks } from './htmlBlocks.ts'
import { parsePage } from './htmlDom.ts'
import { findLeftovers } from './leftovers.ts'
import { prose } from './testFiles.ts'

const link = (about: string, to = `/${about}`) => `<li><a href="${to}">The ${about} closes</a></li>`
const story = ['bridge', 'report', 'letter'].map((about) => `<p>${prose(about)}</p>`).join('')

/** The reasons of the blocks that are furniture, and their words. */
function leftovers(markup: string, url: string | null = 'https://daily.example/a'): string[] {
  const blocks = readPageBlocks(parsePage(`<body>${markup}</body>`).document.body, url)
  return findLeftovers(blocks).flatMap((reason, index) =>
    reason === null ? [] : `${reason}: ${blocks[index]?.text}`,
  )
}

describe('what was left in the article of a page', () => {
  it('is a menu above its first paragraph', () => {
    expect(leftovers(`<ul>${link('harbour')}${link('market')}</ul>${story}`)).toEqual([
      'menu: The harbour closes',
      'menu: The market closes',
    ])
  })

  it('is a list of other pages in its midst or at its end, with its label', () => {
    const list = `<ul>${link('harbour')}${link('market', 'https://www.daily.example/m')}${link('school')}</ul>`
    expect(leftovers(`${story}<h3>Trending</h3>${list}`)).toEqual([
      'sidebar: Trending',
      'sidebar: The harbour closes',
      'sidebar: The market closes',
      'sidebar: The school closes',
    ])
    expect(leftovers(`${story}${list}${story}`)).toEqual([])
    expect(leftovers(`${story}${list}${link('museum')}${story}`)).toHaveLength(4)
  })

  it.each([
    [
      'sources elsewhere',
      ['harbour', 'market', 'school'].map((about) => link(about, 'https://archive.example/')).join(''),
    ],
    [
      'the contents of the article',
      ['harbour', 'market', 'school'].map((about) => link(about, `#${about}`)).join(''),
    ],
    ['one link to another page', link('harbour')],
    [
      'points with a link in each',
      ['harbour', 'market', 'school']
        .map((about) => `<li>What is known of <a href="/x">the ${about}</a></li>`)
        .join(''),
    ],
    [
      'linked sentences',
      ['harbour', 'market', 'school'].map((about) => `<p><a href="/x">${prose(about)}</a></p>`).join(''),
    ],
  ])('is not: %s', (_, list) => {
    expect(leftovers(`${story}${list}`)).toEqual([])
  })

  it('is nothing where the article is itself a list of links', () => {
    const lists = Array.from({ length: 40 }, (_, index) => link(`harbour number ${index} of the coast`)).join(
      '',
    )
    expect(leftovers(`${story}<ul>${lists}</ul>`)).toEqual([])
  })
})
