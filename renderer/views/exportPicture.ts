/**
 * A picture as a file of its own. Of a drawing on the screen, what style sheets gave it
 * is written into its elements, so that it looks the same wherever it is opened.
 */
import { GainsayError } from '../../app/errors.ts'
import { xmlText } from './xmlText.ts'

/** A picture that needs nothing beside it: the text of an SVG file, and its size in pixels. */
export type Picture = { readonly svg: string; readonly width: number; readonly height: number }

const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
] as const

/** A drawing of the screen, on the ground of the theme; null while it is not there. */
export function pictureOf(drawing: SVGSVGElement | null): Picture | null {
  if (drawing === null) return null
  const { width, height } = drawing.getBoundingClientRect()
  const copy = drawing.cloneNode(true) as SVGSVGElement // a clone is of the same type
  const from = [drawing, ...drawing.querySelectorAll('*')]
  const to = [copy, ...copy.querySelectorAll('*')]
  from.forEach((element, index) => {
    const target = to[index]
    if (target === undefined) return
    const style = getComputedStyle(element)
    for (const name of kept) target.setAttribute(name, style.getPropertyValue(name))
    target.removeAttribute('class')
    target.removeAttribute('style')
    target.removeAttribute('tabindex')
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(Math.round(width)))
  copy.setAttribute('height', String(Math.round(height)))
  if (!copy.hasAttribute('viewBox'))
    copy.setAttribute('viewBox', `0 0 ${Math.round(width)} ${Math.round(height)}`)
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor)
  copy.prepend(ground)
  // Names and quotes may have characters that XML has not; the serializer writes them all the same.
  return { svg: xmlText(new XMLSerializer().serializeToString(copy)), width, height }
}

/** The longest side, in pixels, that a canvas is sure to have; beyond it browsers draw nothing. */
const longestSide = 16_384
/** What a canvas may hold, in pixels. */
const largestArea = 200_000_000

/** How much finer than its own pixels a picture can be drawn, at most twice. */
export const fineness = (width: number, height: number): number =>
  Math.min(2, longestSide / Math.max(width, height), Math.sqrt(largestArea / (width * height)))

/** The picture as a PNG, twice as fine as its pixels where it fits. @throws GainsayError when it is too large to be read as one. */
export async function pngBytes({ svg, width, height }: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const scale = fineness(width, height)
  if (scale < 0.75)
    throw new GainsayError(
      'too-large',
      'Nothing was saved: as a PNG this picture would be too small to read. Save it as SVG, which has no limit.',
    )
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('There is no canvas to draw on.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('The picture could not be drawn.')
  return new Uint8Array(await blob.arrayBuffer())
}
