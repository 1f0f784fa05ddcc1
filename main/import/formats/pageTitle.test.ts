import { describe, expect, it } from 'vitest'
import { composeArticle } from '../../../app/extract/document.ts'
import { readPage } from './page.ts'
import { cutSiteName } from './pageTitle.ts'
import { prose } from './testFiles.ts'

it.each([
  ['Harbour closes | The Daily', ['The Daily'], 'Harbour closes'],
  ['The Daily » Harbour closes', ['The Daily'], 'Harbour closes'],
  ['Harbour closes - Politics - The Daily', ['The Daily'], 'Harbour closes - Politics'],
  ['Harbour closes — daily', ['daily.example'], 'Harbour closes'],
  ['Harbour closes – Daily.example', ['https://www.daily.example/2020/harbour'], 'Harbour closes'],
  ['Harbour closes - at last', ['The Daily'], 'Harbour closes - at last'],
  ['The Daily: we were wrong', ['The Daily'], 'The Daily: we were wrong'],
  ['The Daily', ['The Daily'], 'The Daily'],
])('the title %j on %j is headed %j', (title, sites, headline) => {
  expect(cutSiteName(title, sites)).toBe(headline)
})

describe('the headline of a page', () => {
  const story = ['bridge', 'report', 'letter', 'contract', 'audit']
    .map((about) => `<p>${prose(about)}</p>`)
    .join('')
  const headline = (head: string, heading: string) =>
    composeArticle(
      readPage(
        `<html><head>${head}</head><body><article>${heading}${story}</article></body></html>`,
        'page.html',
      ),
    ).metadata.headline

  it('comes without the site’s name, which is the publisher', () => {
    const head =
      '<title>Ministry kept the report from all of us - The Daily</title><meta property="og:title" content="Ministry kept the report from all of us - The Daily"><meta property="og:site_name" content="The Daily">'
    expect(headline(head, '')).toBe('Ministry kept the report from all of us')
  })

  it('is the main heading where the title names nothing but the site', () => {
    const head = '<title>The Daily</title><meta property="og:site_name" content="The Daily">'
    expect(headline(head, '<h1>Ministry kept the report</h1>')).toBe('Ministry kept the report')
    expect(headline(head, '')).toBe('The Daily')
  })
})
