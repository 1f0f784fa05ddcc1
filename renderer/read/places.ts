/** Where each article of the case was left: the offset of the text at the top of its window. Kept while the window is open; the compare view's also with the case. */
import type { ArticleId } from '../../app/ids.ts'
import type { Workspace } from '../workspace/workspace.ts'

const places = new Map<ArticleId, number>()

/** Where an article stands now, or was left; 0 for its head. */
export const placeOfArticle = ({ readers }: Pick<Workspace, 'readers'>, id: ArticleId): number =>
  readers.get(id)?.place() ?? placeLeft(id)

/** Where an article was left. */
export const placeLeft = (id: ArticleId): number => places.get(id) ?? 0

export const keepPlace = (id: ArticleId, place: number): void => void places.set(id, place)

/** Another case is open. */
export const forgetPlaces = (): void => places.clear()
