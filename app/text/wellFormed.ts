/** Half characters (lone surrogates) cannot be stored as text; each becomes U+FFFD, so lengths stay. */
export function wellFormed<T>(value: T): T {
  return mend(value) as T // the same value, but for what its texts hold
}

function mend(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(mend)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mend(inner)]))
}
