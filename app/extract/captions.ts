/** Photo captions, told by the credit they carry: `… ─Reuters/File`, `(AP Photo/A. B.)`, `Photo: AFP`, `REUTERS/A B`. */
import { findAgency } from './agencies.ts'

const frontCredit =
  /^(?:(?:file\s+)?(?:photo|image|picture|photograph|foto|photographie|bild|imagen|фото|صورة|图)(?:\s+(?:credit|by|courtesy|copyright))?|credit|image copyright|media caption|image caption|caption|file photo|file picture|a file photo|in this (?:file )?(?:photo|image|picture))\s*[:：]\s*\S/iu
const namedCaption = /^(?:Media|Image|Video) caption\s+[\p{Lu}\p{N}"“]/u
const inThisPhoto =
  /^(?:in this|this)\s+(?:(?:[\p{L}.]+,?\s+)?(?:[\p{L}.]+\s+\d{1,2},?\s+)?\d{0,4},?\s*)(?:file\s+)?(?:photo|image|picture|handout)\b/iu
const endCredit =
  /(?:\([^()]{2,60}\/\s?(?:ap|afp|epa|getty|reuters)\b[^()]{0,40}\)|\((?:ap|afp|epa|getty|reuters)\s*(?:photo|images|file)?[^()]{0,80}\)|\((?:photo|image|picture|foto|file|credit|bild|фото)s?\s*(?:by|:|credit|courtesy|par|von|de)?\s*[^()]{2,80}\)|\bREUTERS\/[\p{L}. ]{2,40}|\b(?:AFP|EPA|AP)\s?\/\s?[\p{L}. ]{3,40}|(?:\/|via|\|)\s?getty images|\bgetty images|\bap photo(?:\/[\p{L}. ]+)?|\bfile photo|\bhandout(?: via reuters)?|\bshutterstock|\bphoto(?:graph)? by [\p{L}. /]{3,60}|\bphoto: [\p{L}. /]{2,60}|\bphotograph: [\p{L}. /]{2,60})\.?$/iu
const dashCredit =
  /[─—–―-]\s?([\p{L}][\p{L} .]{1,30}?)(?:\s?[/,]\s?(?:file|photo|images?|[\p{L}. ]{2,30}))?\.?$/iu

/** True where the line is the caption of a picture. */
export function isCaption(line: string): boolean {
  if (line.length > 500 || line.length < 6) return false
  if (frontCredit.test(line) || namedCaption.test(line.slice(0, 40)) || inThisPhoto.test(line)) return true
  const tail = line.slice(-130)
  if (endCredit.test(tail)) return true
  const dash = dashCredit.exec(tail)
  if (!dash?.[1]) return false
  const filedCredit = /\/\s?(?:file|photo|images?)\.?$/iu.test(tail)
  if (line.length > (filedCredit ? 300 : 160)) return false
  // `… on Monday.—AFP` is how a story is signed off; a caption of that form is short.
  if (!filedCredit && /[.!?]["”’]?\s?[─—–―-]\s?[^─—–―-]*$/u.test(tail) && line.length > 110) return false
  const filed =
    /\/\s?(?:file|photo|images?)\.?$/iu.test(tail) || /^(?:file(?: photo)?|courtesy\b.*)$/iu.test(dash[1])
  return filed || findAgency(dash[1]) !== null
}
