/** Half characters (lone surrogates) cannot be stored as text; each becomes U+FFFD, so lengths stay. */
export function wellFormed<T>(value: T): T {
  return mend(value) as T // the same value, but for what its texts hold
}

function mend(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value !== 'object' || value === null || isSound(value)) return value
  if (Array.isArray(value)) return value.map(mend)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mend(inner)]))
}

/** Almost everything is well-formed, and then nothing has to be made anew. */
function isSound(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Array.isArray(value) ? value.every(isSound) : Object.values(value).every(isSound)
}
