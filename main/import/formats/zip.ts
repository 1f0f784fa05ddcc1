/**
 * Archives of files. Every file inside goes the same way as a file of its own, to
 * a bounded depth; what pages need beside them (styles, scripts, pictures) is passed
 * over. Names are for showing: no file is written, so a path leads nowhere.
 */
import { GainsayError } from '../../../app/errors.ts'
import { refuseSignature } from '../decode.ts'
import { refusedFor } from '../refusal.ts'
import { type Format, type FormatResult, hasExtension } from './format.ts'
import { isZip, listEntries, readEntry, type ZipEntry } from './unzip.ts'

const besidePages =
  /\.(?:css|js|mjs|map|png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|ogg|wav|mov|avi|ds_store|db|ini|lnk|exe|dll|download)$/iu

/** Archives of files. */
export const zipFormat: Format = {
  id: 'zip',
  label: 'archive (ZIP)',
  extensions: ['.zip'],
  mediaType: 'application/zip',
  mostBytes: 512 * 1024 * 1024,
  recognise: (bytes, name) => (isZip(bytes) ? 0.8 : hasExtension(name, ['.zip']) ? 0.4 : 0),
  async read(bytes, _name, options) {
    const { readInside } = options
    if (!isZip(bytes)) refuseSignature(bytes, 'a ZIP archive')
    const entries = listEntries(bytes)
    const names = new Set(entries.map(({ name }) => name))
    const wanted = entries.filter((entry) => isWanted(entry, names))
    if (readInside === undefined || wanted.length === 0)
      throw new GainsayError('unreadable', 'The archive holds no file that could be an article.')
    const all: FormatResult = {
      documents: [],
      refused: [],
      encoding: null,
      encodingSure: true,
      mapping: null,
    }
    for (const entry of wanted) {
      const name = plainPath(entry.name)
      try {
        const { documents, refused } = await readInside(readEntry(bytes, entry), name)
        all.documents.push(...documents)
        all.refused.push(...refused)
      } catch (error) {
        all.refused.push({ name, error: refusedFor(error) })
      }
    }
    return all
  },
}

function isWanted(entry: ZipEntry, names: ReadonlySet<string>): boolean {
  if (
    entry.size === 0 ||
    besidePages.test(entry.name) ||
    /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/))/u.test(entry.name)
  )
    return false
  // `page_files/` holds the frames and scripts that a browser saved beside `page.html`.
  const folder = /^(.*)[_-](?:files|Dateien|fichiers|archivos|file|bestanden)\//u.exec(entry.name)?.[1]
  return folder === undefined || !(names.has(`${folder}.html`) || names.has(`${folder}.htm`))
}

/** The entry's path as it may be shown: no control signs, no drive, no way up. */
function plainPath(name: string): string {
  const parts = name
    .replace(/\\/gu, '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/iu.test(part))
  return (
    parts
      .join('/')
      .replace(/\p{Cc}/gu, ' ')
      .slice(-1000) || 'unnamed file'
  )
}
