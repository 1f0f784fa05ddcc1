/** Which words a person may mean by what was typed so far. */

const most = 50

/** Options that contain the text, those that begin with it first. */
export function matching(options: readonly string[], text: string): readonly string[] {
  const wanted = fold(text.trim())
  if (wanted === '') return options.slice(0, most)
  const ranked = options
    .map((option) => ({ option, at: fold(option).indexOf(wanted) }))
    .filter(({ at }) => at !== -1)
  return [...ranked.filter(({ at }) => at === 0), ...ranked.filter(({ at }) => at > 0)]
    .slice(0, most)
    .map(({ option }) => option)
}

/** Letters without case and accents, for comparing. */
export const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
