/**
 * Who wrote a page, as it prints it: bylines, and names that the markup itself calls the
 * author's (`rel="author"`, `itemprop="author"`, the classes of hCard and of themes).
 */
import { readByline } from '../../../app/extract/bylines.ts'
import { readDateLine } from '../../../app/extract/dates.ts'
import type { Page } from './htmlDom.ts'

/** A name in a byline is short; a box that tells of its author is not. */
const longestMark = 80
/** What is told of others: who commented, who wrote other stories, the box about the author. */
const others =
  /comment|respond|reply|related|recommend|teaser|widget|sidebar|footer|bio\b|about|profile|menu/u
const authorClass = /(?:^|[\s_-])(?:by-?author|author(?:s|-?name)?|byline)(?![\w-])/u

/**
 * The authors that the markup names, each as printed; empty where it names none. Those of the
 * strongest mark count: `rel` and `itemprop`, then a class. Several stand beside each other.
 */
export function readMarkedAuthors({ stating }: Page): string[] {
  const own = stating.filter((element) => element.localName !== 'meta' && !standsAmongOthers(element))
  const byStatement = own.filter(
    (one) => hasWord(one.getAttribute('rel'), 'author') || hasWord(one.getAttribute('itemprop'), 'author'),
  )
  const byClass = own.filter((one) => authorClass.test(one.getAttribute('class')?.toLowerCase() ?? ''))
  return namesIn(byStatement) ?? namesIn(byClass) ?? []
}

/** The names of the first marked element that has any, and of those beside it. */
function namesIn(elements: readonly Element[]): string[] | null {
  const read = (element: Element) => {
    const text = (element.textContent ?? '').trim()
    return text.length > longestMark ? [] : readAuthors(text)
  }
  const first = elements.find((element) => read(element).length > 0)
  if (first === undefined) return null
  const beside = elements.filter((one) => one === first || isBeside(one, first))
  return [...new Set(beside.flatMap(read))]
}

/** Siblings, also where each has a box of its own. */
const isBeside = (one: Element, other: Element) =>
  one.parentNode === other.parentNode ||
  (one.parentNode !== other &&
    other.parentNode !== one &&
    one.parentNode?.parentNode === other.parentNode?.parentNode)

const hasWord = (value: string | null | undefined, word: string) =>
  (value ?? '').toLowerCase().split(/\s+/u).includes(word)

function standsAmongOthers(element: Element): boolean {
  let around: Element | null = element
  for (let step = 0; around !== null && step < 5; step += 1) {
    if (around.localName === 'aside') return true
    if (others.test(`${around.getAttribute('class') ?? ''} ${around.id ?? ''}`.toLowerCase())) return true
    around = around.parentNode as Element | null // what stands around an element is an element, or the document
    if (around?.localName === 'body' || around?.nodeType !== 1) return false
  }
  return false
}

/** A name or names as a byline prints them, without `By`, roles and the date. */
export function readAuthors(byline: string): string[] {
  // Who edited or drew it is credited elsewhere.
  const line = byline
    .replace(/\s+/gu, ' ')
    .replace(
      /(\S)\s+(?:edited|translated|illustrat\w+|photographs?|photography|additional reporting)\s+by\s.*$/iu,
      '$1',
    )
    .replace(
      /^(?:view|see|show|zeige?|alle)?\s*(?:all|alle)?\s*(?:posts|articles|beiträge|artikel|stories) (?:by|von|of)\s*:?\s*/iu,
      '',
    )
    .replace(/^((?:\p{L}+ )?(?:[Bb]y|[Vv]on))(?=\p{Lu})/u, '$1 ')
    .replace(/^[\s~|,;•·–—-]+|[\s~|,;•·–—→»›-]+$/gu, '')
  const named = line.replace(labelled, '').replace(/\s+(?:am|um|at|on|le|el|op)\s[^\d]{0,20}\d.*$/iu, '')
  if (noAuthor.test(line) || noAuthor.test(named)) return []
  const read = readByline(named) ?? readByline(`By ${named}`)
  if (read !== null && read.authors.length > 0) return read.authors
  const plain = named
    .replace(opening, '')
    .replace(/\s*\(https?:[^)]*\)/u, '')
    .replace(/\s*[·|•»]\s.*$/u, '')
    .trim()
  return plain === '' || noAuthor.test(plain) || readDateLine(plain) !== null ? [] : [plain.slice(0, 256)]
}

/** What was done by whom: the name follows. */
const labelled =
  /^(?:written|posted|published|reported|submitted|article|artikel|(?:blog[ -]?)?beitrag|story|text|words|veröffentlicht|eingestellt|geschrieben|verfasst|erstellt|gespeichert|publié|écrit|rédigé|publicado|escrito|pubblicato|scritto|geplaatst)\s+(?:by|vo[nm]|par|por|da|door)(?:\s*:\s*|\s+)/iu
const opening =
  /^(?:(?:by|vo[nm]|par|por|di|door|av)(?:\s*:\s*|\s+)|(?:autore?(?:in)?|author|auteur|interview|автор)(?:\s*:\s*|\s+))/iu

/** What themes print where an author should stand: labels of a date, of a form, of a role. */
const noAuthor =
  /^(?:(?:follow|share|subscribe|admin|staff)\b.*|(?:(?:(?:published|posted|written|veröffentlicht|publié|publicado) ?)?(?:by|von|par|por)?|no author|unknown|anonymous|guest)|(?:posted|published|updated) on|(?:veröffentlicht|publiziert|erstellt|aktualisiert)(?: am)?|datum|date|publié le|publicado (?:el|em|en)|pubblicato il|(?:your )?(?:name|email)(?: \((?:required|erforderlich|requis|obligatorio)\))?|all posts|alle beiträge)\s*:?$/iu
