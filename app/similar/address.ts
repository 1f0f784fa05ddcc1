/** Addresses as they are compared for telling captures of the same page. */

const tracking =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|mkt_tok|ref|ref_src|ref_url|referrer|src|source|smid|smtyp|cmp|cmpid|ncid|ocid|ito|xtor|at_.*|wt\.?mc.*|partner|feature|share|amp|outputtype|_ga|__twitter_impression|guccounter|guce_referrer.*|sh|spm|s_cid|cid|campaign(?:_.*)?|feedtype|feedname|ns_.*)$/iu

/**
 * The address without scheme, `www.`, fragment, tracking parameters, index page and closing
 * slash, parameters in order. Null for what is no web address, and for the front page of a
 * site, which is another article every day.
 */
export function addressKey(url: string | null): string | null {
  if (url === null) return null
  const parsed = URL.parse(url.trim())
  if (parsed === null || !/^https?:$/u.test(parsed.protocol)) return null
  const host = parsed.hostname.toLowerCase().replace(/^(?:www\d?|m|mobile|amp)\./u, '')
  const path = decoded(parsed.pathname)
    .replace(/\/+/gu, '/')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/iu, '/')
    .replace(/\/amp\/?$/iu, '/')
    .replace(/\/$/u, '')
  const kept = [...parsed.searchParams].filter(([name]) => !tracking.test(name))
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1))
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&')
  if (path === '' && query === '') return null
  const port = parsed.port === '' ? '' : `:${parsed.port}`
  return `${host}${port}${path}${query === '' ? '' : `?${query}`}`
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A stray percent sign: the path is compared as it stands.
    return path
  }
}
