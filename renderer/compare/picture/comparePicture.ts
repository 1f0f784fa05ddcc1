/** The comparison on the screen as a picture, in the colours and fonts of the theme. */
import type { Picture } from '../../views/exportPicture.ts'
import { textWidth } from '../../views/fitText.ts'
import type { PictureContent } from './pictureContent.ts'
import { layoutPicture } from './pictureLayout.ts'
import { pictureSvg } from './pictureSvg.ts'
import { textSorts } from './pictureText.ts'

export function comparePicture(content: PictureContent): Picture {
  const style = getComputedStyle(document.documentElement)
  const theme = (name: string) => style.getPropertyValue(`--${name}`).replace(/\s+/g, ' ').trim()
  const layout = layoutPicture(content, (text, sort) => {
    const { face, size, weight } = textSorts[sort]
    return textWidth(text, `${weight} ${size}px ${theme(face)}`)
  })
  const title = `Comparison of ${content.columns.map(({ headline }) => headline).join(' – ')}`
  return { svg: pictureSvg(layout, title, theme), width: layout.width, height: layout.height }
}
