/** Tells listeners that something happened, without a value; for what must not wait for React. */
export type Signal = { tell(): void; listen(listener: () => void): () => void }

export function createSignal(): Signal {
  const listeners = new Set<() => void>()
  return {
    tell() {
      for (const listener of [...listeners]) listener()
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
