/** Who published: copyright lines, addresses, names beside the headline. Dateline and byline are read elsewhere. */
import { domains, findPublisherName } from './agencies.ts'

const copyright =
  /^(?:(?:copyright|©|\(c\))[\s,:]*){1,3}(?:(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)?\d{2})?)?,?\s*(?:by\s+)?(.{2,60}?)(?:[.,|]?\s*(?:(?:19|20)\d{2}|all rights reserved|inc\b|ltd\b|llc\b|limited|pvt|or its affiliated|and (?:its|other)|group\b|gmbh).*|\.)?$/iu
const notPublishers =
  /^(?:[\d\s–-]+|getty images?|shutterstock|all rights reserved|the author|author|images?|photo|afp\/getty.*|ap images|image)$/iu
const host =
  /^(?:https?:\/\/)?(?:www\d?\.|m\.|edition\.|amp\.|news\.)?((?:[a-z0-9-]{1,60}\.){1,4}[a-z]{2,12})(?:\/\S*)?$/iu

/** The publisher of a copyright line; null where the line is none or names a picture agency. */
export function readCopyright(line: string): string | null {
  if (line.length > 240) return null
  const name = copyright.exec(line)?.[1]?.trim() ?? null
  if (
    name === null ||
    notPublishers.test(name) ||
    !/^[\p{Lu}\p{Lo}\d]/u.test(name) ||
    name.split(' ').length > 6
  )
    return null
  return findPublisherName(name) ?? publisherOfHost(name) ?? name
}

/** The publisher that a web address or bare domain names; null where the line is none. */
export function publisherOfHost(line: string): string | null {
  const found = host.exec(line)?.[1]?.toLowerCase() ?? null
  if (found === null) return null
  for (const [domain, name] of domains) if (found === domain || found.endsWith(`.${domain}`)) return name
  return /\.(?:com|org|net|co|news|tv|info|int|gov|edu|[a-z]{2})$/u.test(found) ? found : null
}

/** The web address in a line that holds nothing else, with or without a label; null otherwise. */
export function readUrl(line: string): string | null {
  if (line.length > 2048) return null
  return (
    /^(?:(?:url|link|source|via|permalink|original|canonical|retrieved from|available at)\s*:?\s*)?<?(https?:\/\/[^\s<>"]+)>?$/iu.exec(
      line,
    )?.[1] ?? null
  )
}

/** Splits `Headline | The Guardian` and `Headline - BBC News`; null where no known name or address follows the sign. */
export function readTitleTail(line: string): { headline: string; publisher: string } | null {
  const front = /^([\p{Lu}][^|–—-]{2,30}?)\s+[|–—-]\s+(.{10,300})$/u.exec(line)
  const before = front?.[1] ? findPublisherName(front[1]) : null
  if (before !== null && front?.[2]) return { headline: front[2].trim(), publisher: before }
  const match = /^(.{10,300})\s+[|–—-]\s+([^|–—]{2,40})$/u.exec(line)
  if (!match?.[1] || !match[2]) return null
  const publisher = findPublisherName(match[2]) ?? publisherOfHost(match[2])
  return publisher === null
    ? null
    : { headline: match[1].replace(/\s+[|–—-]\s+\p{L}[\p{L} &]{1,20}$/u, '').trim(), publisher }
}

/** `Published in Dawn, May 31st, 2012`: the publisher's name; null where the line has another form. */
export function readPublishedIn(line: string): string | null {
  if (line.length > 160) return null
  const name =
    /^(?:first )?(?:published|appeared|printed) (?:in|on|by) (?:the )?(?:print edition of )?([\p{Lu}][\p{L}.&' -]{1,40}?)(?:,|\s+(?:on|dated)\b|\s+(?=\p{Lu}\p{Ll}{2,8}\.? \d))/iu.exec(
      line,
    )?.[1]
  if (name === undefined) return null
  return /day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu.test(
    name,
  )
    ? null
    : (findPublisherName(name) ?? (name.toLowerCase() === 'dawn' ? 'Dawn' : name))
}
