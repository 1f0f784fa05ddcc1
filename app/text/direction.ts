/** Base direction of a text by its first strong character (Unicode UAX 9, rules P2 and P3, without isolates). */

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u
const strong = /\p{L}|[\u200E\u200F]/u

/** `rtl` where the first letter belongs to a script that is written from right to left; `ltr` otherwise and without letters. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = strong.exec(text)?.[0]
  return first !== undefined && (first === '\u200F' || rightToLeft.test(first)) ? 'rtl' : 'ltr'
}
