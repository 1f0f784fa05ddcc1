/** How the compare view was left. It is written past the journal: arranging columns is no step of an analysis. */
import { keepColumns } from '../../app/layout.ts'
import { findArticle } from '../../db/articles.ts'
import { transaction } from '../../db/connection.ts'
import { findLayout, putLayout } from '../../db/layout.ts'
import type { Handlers } from '../handlers.ts'

export const layoutHandlers: Handlers<'layout.get' | 'layout.set'> = {
  'layout.get'({ db }) {
    const kept = findLayout(db)
    if (kept === null) return null
    return keepColumns(kept.columns, kept.active, ({ articleId }) => findArticle(db, articleId) !== null)
  },
  'layout.set'({ db, file }, { path, layout }) {
    const kept = path === file.path
    if (kept && JSON.stringify(findLayout(db)) !== JSON.stringify(layout))
      transaction(db, (writable) => putLayout(writable, layout))
    return { kept }
  },
}
