/**
 * Credit lines: `(Reporting by A in Kabul; Editing by B and C)`, `Additional
 * reporting by …`, `A contributed to this report`, and their like in other
 * languages; on a line of their own or at the end of the last paragraph.
 */
import type { Credit } from '../model.ts'
import { readNames } from './names.ts'

type Role = Credit['role']

const verbs: readonly (readonly [Role, string])[] = [
  [
    'reporting',
    'reporting|reported|reporte|reportaje|informaci[oó]n|reportage|reportagem|bericht|berichtet|текст|сообщил[аи]?|تقرير|تغطية',
  ],
  [
    'writing',
    'writing|written|compiled|redacción|redacci[oó]n|écrit|rédigé|geschrieben|escrito|redação|автор|подготовил[аи]?|إعداد|كتابة',
  ],
  [
    'editing',
    'editing|edited|editado|edici[oó]n|édité|edité|edição|redigiert|bearbeitet|bearbeitung|редактор|редактировал[аи]?|تحرير',
  ],
  ['photography', 'photographs?|photography|photos?|pictures?|photographie|foto|fotos|fotografía|фото|تصوير'],
  [
    'translation',
    'translation|translated|traducido|traducci[oó]n|traduit|traduction|traduzido|tradução|übersetzt|übersetzung|перевод|перевел[аи]?|ترجمة',
  ],
  ['other', 'graphics?|research|additional research|production|produced|video|illustration|data analysis'],
]
const link = '(?:\\s+(?:by|de|par|por|von|a cargo de)\\b\\s*:?|\\s*[:：]|(?=\\s))'
const lead = '(?:(?:additional|further|with|avec|additional|extra|other|more)\\s+)*'
const piece = new RegExp(
  `^${lead}(?:${verbs.map(([, words]) => `(${words})`).join('|')})(?:\\s+and\\s+(?:reporting|writing|editing))?${link}\\s*(.+)$`,
  'iu',
)
const opening = new RegExp(
  `^[([（]?\\s*${lead}(?:${verbs.map(([, words]) => words).join('|')})(?:\\s+and\\s+(?:reporting|writing|editing))?(?:\\s+(?:by|de|par|por|von|a cargo de)\\s|\\s?[:：])`,
  'iu',
)
const contributed =
  /^[([]?(?:the\s+)?(?:associated press|reuters|ap|afp|bloomberg)?\s*(?:\p{L}+\s+)?(?:writers?|correspondents?|reporters?|journalists?)?\s*(.{3,200}?)\s+(?:also\s+)?contributed\s+(?:reporting|(?:to|from)\b.{1,80})[.)\]]*$/iu
const longest = 600

function readPiece(words: string): Credit[] | null {
  const match = piece.exec(words.trim())
  if (match === null) return null
  const index = verbs.findIndex((_, at) => match[at + 1] !== undefined)
  const role = verbs[index]?.[0] ?? 'other'
  const names = readNames(
    (match[verbs.length + 1] ?? '').replace(/[.)\]）]+$/u, (end) =>
      /\b\p{Lu}\.$/u.test(words) ? '.' : end && '',
    ),
  )
  return names === null ? null : names.names.map((name) => ({ role, name }))
}

/** The credits in a text that is nothing but credits, with or without brackets; null where it is anything else. */
export function readCredits(line: string): Credit[] | null {
  if (line.length > longest) return null
  // The pattern tries every beginning of a name; most lines have not even its one fixed word.
  const helped = /contributed/iu.test(line) ? contributed.exec(line) : null
  if (helped?.[1]) {
    const names = readNames(helped[1].replace(/^(?:writers?|correspondents?)\s+/iu, ''))
    if (names !== null) return names.names.map((name) => ({ role: 'reporting', name }))
  }
  if (!opening.test(line)) return null
  const inner = line.replace(/^[([（]\s*/u, '').replace(/\s*[)\]）]?\.?$/u, '')
  const credits: Credit[] = []
  for (const words of inner.split(
    /\s*[;；]\s*|(?<!\b\p{Lu})\.\s+(?=\p{Lu})|,\s+(?=(?:editing|writing|additional|edited|written|edición|editado)\b)/u,
  )) {
    const found = readPiece(words)
    // A second name after a full stop, as in `by J. Smith`, belongs to the piece before it.
    if (found === null) return credits.length > 0 ? credits : null
    credits.push(...found)
  }
  return credits
}

/** Credits in brackets at the end of a paragraph, as agencies print them; null where there are none. */
export function readTrailingCredits(paragraph: string): Credit[] | null {
  const tail = paragraph.slice(-longest)
  if (!/[)\]）]\.?$/u.test(tail)) return null
  const open = Math.max(tail.lastIndexOf('('), tail.lastIndexOf('['), tail.lastIndexOf('（'))
  if (open < 0) return null
  const found = readCredits(tail.slice(open))
  if (found === null) return null
  const before = tail.slice(0, open).trimEnd()
  const earlier = before.endsWith(')') && before !== tail ? readTrailingCredits(before) : null
  return [...(earlier ?? []), ...found]
}
