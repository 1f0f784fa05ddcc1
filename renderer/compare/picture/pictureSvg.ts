/** The picture of a comparison as the text of an SVG file that needs nothing beside it. Pure. */
import { kindShapeSize, kindShapes } from '../../ui/KindMark.tsx'
import { xmlText } from '../../views/xmlText.ts'
import type { CardBox, ColumnBox } from './pictureCards.ts'
import { columnWidth } from './pictureCards.ts'
import type { PictureLayout } from './pictureLayout.ts'
import { type TextLine, textSorts } from './pictureText.ts'
import type { ThreadPath } from './pictureThreads.ts'

/** The value of a custom property of the theme, by its name without the dashes before it. */
export type ThemeValue = (name: string) => string

/** The SVG; `title` says what it shows to those who do not see it. */
export function pictureSvg(layout: PictureLayout, title: string, theme: ThemeValue): string {
  const { width, height, columns, threads } = layout
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${theme('paper')}"/>`,
    ...columns.map((column) => columnSvg(column, theme)),
    ...threads.map((thread) => lineSvg(thread, theme)),
    // Over all lines: a label is read even where another thread passes it.
    ...threads.map((thread) => labelSvg(thread, theme)),
    '</svg>',
  ].join('\n')
}

function columnSvg({ x, head, headBottom, cards }: ColumnBox, theme: ThemeValue): string {
  const y = headBottom + 5
  return [
    ...head.map((line) => textSvg(line, line.sort === 'headline' ? theme('ink') : theme('ink-soft'), theme)),
    `<path d="M${x} ${y}h${columnWidth}" stroke="${theme('line')}" fill="none"/>`,
    ...cards.map((box) => cardSvg(box, theme)),
  ].join('\n')
}

function cardSvg({ card, x, y, height, mark, lines }: CardBox, theme: ThemeValue): string {
  const tone = theme(card.kind ?? 'related')
  const ground = card.kind === null ? theme('shade') : theme(`${card.kind}-bg`)
  const shape =
    card.kind === null || mark === null
      ? []
      : [
          `<path d="${kindShapes[card.kind]}" fill="${tone}" transform="translate(${mark.x} ${mark.y}) scale(${round(mark.size / kindShapeSize)})"/>`,
        ]
  const colours = { kind: tone, title: theme('ink'), quote: theme('ink'), details: theme('ink-soft') }
  return [
    `<rect x="${x}" y="${round(y)}" width="${columnWidth}" height="${round(height)}" rx="5" fill="${ground}"/>`,
    `<rect x="${x}" y="${round(y)}" width="3" height="${round(height)}" rx="1.5" fill="${tone}"/>`,
    ...shape,
    ...lines.map((line) => {
      const { sort } = line
      const colour = sort === 'kind' || sort === 'title' || sort === 'details' ? colours[sort] : colours.quote
      return textSvg(line, colour, theme)
    }),
  ].join('\n')
}

function lineSvg({ thread, path, head, dots }: ThreadPath, theme: ThemeValue): string {
  const { tone, dash, round: dotted } = thread.look
  const colour = theme(tone)
  const dashes = dash === null ? '' : ` stroke-dasharray="${dash}"${dotted ? ' stroke-linecap="round"' : ''}`
  return [
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.6"${dashes}/>`,
    ...(head === null ? [] : [`<path d="${head}" fill="${colour}"/>`]),
    ...dots.map(({ x, y }) => `<circle cx="${round(x)}" cy="${round(y)}" r="3" fill="${colour}"/>`),
  ].join('\n')
}

function labelSvg({ thread, label }: ThreadPath, theme: ThemeValue): string {
  const { line, size } = textSorts.label
  const width = label.width + 8
  const middle: TextLine = {
    text: thread.label,
    sort: 'label',
    x: label.x - label.width / 2,
    baseline: label.y + size * 0.35,
    leftwards: false,
  }
  return [
    `<rect x="${round(label.x - width / 2)}" y="${round(label.y - line / 2)}" width="${round(width)}" height="${line}" rx="3" fill="${theme('paper')}"/>`,
    textSvg(middle, theme(thread.look.tone), theme),
  ].join('\n')
}

function textSvg(
  { text, sort, x, baseline, leftwards }: TextLine,
  colour: string,
  theme: ThemeValue,
): string {
  const { face, size, weight } = textSorts[sort]
  const way = leftwards ? ' direction="rtl"' : ''
  return `<text x="${round(x)}" y="${round(baseline)}" fill="${colour}" font-family="${escaped(theme(face))}" font-size="${size}" font-weight="${weight}"${way}>${escaped(text)}</text>`
}

const round = (value: number) => Math.round(value * 100) / 100

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string) => xmlText(text).replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)
