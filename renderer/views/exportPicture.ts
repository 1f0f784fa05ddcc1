/**
 * A drawing of the screen as a file of its own: what style sheets gave it is written
 * into its elements, so that it looks the same wherever it is opened.
 */

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

/** The drawing as the text of an SVG file, on the ground of the theme. */
export function svgText(picture: SVGSVGElement): string {
  const { width, height } = picture.getBoundingClientRect()
  const copy = picture.cloneNode(true) as SVGSVGElement // a clone is of the same type
  const from = [picture, ...picture.querySelectorAll('*')]
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
  return new XMLSerializer().serializeToString(copy)
}

/** The drawing as a PNG, twice as fine as the screen's pixels. @throws Error when it cannot be drawn. */
export async function pngBytes(picture: SVGSVGElement): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = picture.getBoundingClientRect()
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * 2)
  canvas.height = Math.round(height * 2)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('There is no canvas to draw on.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('The picture could not be drawn.')
  return new Uint8Array(await blob.arrayBuffer())
}
