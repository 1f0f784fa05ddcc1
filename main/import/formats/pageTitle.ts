/**
 * The headline without the site's name, which titles of pages carry for the tabs of a
 * browser: `Story | The Daily`, `The Daily » Story`. Only a name that the page or its
 * address gives the site is cut off wherever it stands, so that no part of a headline
 * goes that merely stands behind a dash.
 */

const mark = /\s+[|·•»›«:/~–—-]+\s+|\s*[|»›]\s*/gu
/** What a site's name is, apart from the words that say whose domain it is. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\d?|m)\./u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A title without the names of the site at its ends; `sites` are the names it goes by, addresses among them. */
export function cutSiteName(title: string, sites: readonly string[]): string {
  const names = new Set(sites.flatMap(namesOf))
  let rest = title
  for (let again = cutOnce(rest, names); again !== rest; again = cutOnce(rest, names)) rest = again
  return rest
}

function cutOnce(title: string, names: ReadonlySet<string>): string {
  const marks = [...title.matchAll(mark)]
  for (const { index, 0: sign } of marks) {
    const before = title.slice(0, index).trim()
    const after = title.slice(index + sign.length).trim()
    if (names.has(plain(after)) && /\p{L}/u.test(before)) return before
    if (names.has(plain(before)) && /\p{L}/u.test(after)) return after
  }
  return title
}

/** The forms in which a site writes its name: as it is, without the domain's end, each of several names in one. */
function namesOf(site: string): string[] {
  const host = /^(?:https?:\/\/)?(?:www\d?\.|m\.)?([a-z0-9.-]+\.[a-z]{2,12})(?:[/:?#].*)?$/iu.exec(
    site.trim(),
  )?.[1]
  const named =
    host === undefined ? [site] : [host, host.replace(/\.[a-z]{2,12}$/iu, ''), host.split('.').at(-2) ?? '']
  return named.map(plain).filter((name) => name.length >= 2)
}

/**
 * Readability takes a site's name off the title it stands after, but knows no long
 * dashes as signs for that; a title that would become too short stays as printed.
 */
export function cutLongDash(title: string, printed: string): string {
  if (!/\s[–—]\s/u.test(printed) || !printed.endsWith(title) || title === '') return title
  const cut = printed.replace(/^(.*)\s[|\-–—\\/>»]\s.*$/u, '$1')
  return cut.split(' ').length > 4 ? cut : printed
}

/** True where a title is nothing but a name of the site. */
export function isSiteName(title: string, sites: readonly string[]): boolean {
  return sites.flatMap(namesOf).includes(plain(title))
}
