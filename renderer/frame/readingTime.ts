/** How long a short message must be seen. */

/** The least time that anything is shown, milliseconds: to notice it at all, and to look there. */
const least = 5000
/** Slow readers take in some fourteen letters a second. */
const perLetter = 70

/** The time, in milliseconds, that a message must stay for everybody to have read it. */
export const readingTime = (text: string): number => Math.max(least, text.length * perLetter)
