/** The files that are imported in the benchmark: seeded, so that each run measures the same. */
import { seeded } from './text.ts'

/** A file to import. */
export type MadeFile = { readonly name: string; readonly text: string }

/** Texts of about 4 KB that share their words but not their sentences. */
export function makeTexts(count: number): MadeFile[] {
  const random = seeded(count)
  const words = Array.from(
    { length: 4_000 },
    (_, at) => `${'bcdfghklmnprst'[at % 14]}${'aeiou'[at % 5]}${(at * 7919).toString(36)}`,
  )
  const pick = () => words[Math.floor(random() ** 2 * words.length)] ?? ''
  const sentence = () => `The ${Array.from({ length: 12 }, pick).join(' ')} of the ${pick()}.`
  const paragraph = () => Array.from({ length: 4 }, sentence).join(' ')
  return Array.from({ length: count }, (_, at) => ({
    name: `${at}.txt`,
    text: `The ${pick()} ${pick()} of the ${pick()} ${at}\n\n${Array.from({ length: 10 }, paragraph).join('\n\n')}\n`,
  }))
}

/** The text as a page with little around it, the hardest for the ratio: Readability has the least to do on it. */
export function toPlainPage({ name, text }: MadeFile): MadeFile {
  const [headline = '', ...paragraphs] = text.trim().split('\n\n')
  const menu = Array.from({ length: 30 }, (_, at) => `<li><a href="/${at}">Section ${at}</a></li>`).join('')
  return {
    name: name.replace('.txt', '.html'),
    text: `<!doctype html><html lang="en"><head><title>${headline}</title></head><body><nav><ul>${menu}</ul></nav><article><h1>${headline}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article><footer><p>All rights reserved.</p></footer></body></html>`,
  }
}

/**
 * The text as pages of newspapers are saved: for each word of the article many more of menus, teasers,
 * share bars, comments, scripts and styles. About 60 KB.
 */
export function toNewsPage({ name, text }: MadeFile): MadeFile {
  const [headline = '', ...paragraphs] = text.trim().split('\n\n')
  const list = (count: number, one: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => one(at)).join('\n')
  const teaser = (at: number) =>
    `<div class="teaser teaser--small js-track" data-pos="${at}"><a class="teaser__link" href="/news/${at}"><img class="teaser__img" src="/i/${at}.jpg" alt="Picture ${at}" width="300" height="200"><h3 class="teaser__title">Story ${at} of the day and what came of it</h3></a><p class="teaser__text">Officials of district ${at} spoke of the matter on Monday.</p></div>`
  const comment = (at: number) =>
    `<li class="comment" id="comment-${at}"><span class="comment__author">Reader ${at}</span> <time datetime="2012-05-0${(at % 9) + 1}">${at} hours ago</time><p>I do not believe a word of what district ${at} says about it.</p><button class="btn">Reply</button></li>`
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    datePublished: '2012-05-07',
    author: { '@type': 'Person', name: 'Mara Lind' },
    publisher: { '@type': 'Organization', name: 'Varn Courier' },
  })
  return {
    name: name.replace('.txt', '.html'),
    text: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline} | Varn Courier</title>
<meta property="og:site_name" content="Varn Courier"><meta property="og:title" content="${headline}">
<style>${list(120, (at) => `.c${at} .teaser__link:hover { color: #${String(100 + at)}; margin: 0 ${at}px; }`)}</style>
<script type="application/ld+json">${data}</script><script>${list(150, (at) => `window.q.push({ slot: ${at}, size: [300, 250], target: "div-${at}" });`)}</script></head>
<body class="page page--article"><header class="masthead"><nav class="nav"><ul>${list(60, (at) => `<li class="nav__item"><a href="/s/${at}">Section ${at}</a></li>`)}</ul></nav></header>
<main><article class="article"><header class="article__header"><h1 class="article__title">${headline}</h1><p class="byline">By <a rel="author" href="/by/lind">Mara Lind</a></p><time datetime="2012-05-07T10:00:00Z">7 May 2012</time>
<ul class="share">${list(6, (at) => `<li><a href="#" class="share__link">Share ${at}</a></li>`)}</ul></header>
<div class="article__body">${paragraphs.map((one, at) => `<p class="p">${one}</p>${at % 3 === 2 ? `<aside class="related">${teaser(at)}</aside>` : ''}`).join('\n')}</div></article>
<aside class="sidebar"><h2>Most popular</h2>${list(30, teaser)}</aside>
<section class="comments" id="comments"><h2>Comments</h2><ol>${list(40, comment)}</ol></section></main>
<footer class="footer">${list(30, (at) => `<a href="/f/${at}">Service ${at}</a>`)}<p>All rights reserved.</p></footer></body></html>`,
  }
}
