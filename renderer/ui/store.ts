/**
 * The smallest store there can be: a value, a way to change it, a way to hear of it.
 * Screen state lives in such stores; the records of the case live in `records/`.
 */
import { useSyncExternalStore } from 'react'

export type Store<T> = {
  get(): T
  /** Replaces the value; listeners hear of it once, and not when the value is the same. */
  set(next: T | ((current: T) => T)): void
  subscribe(listener: () => void): () => void
}

/** A store that begins with the value given. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      const changed = typeof next === 'function' ? (next as (current: T) => T)(value) : next // T is never itself a function here
      if (Object.is(changed, value)) return
      value = changed
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The part of a store's value that a component shows; `select` must return the same reference while nothing it reads changed. */
export function useStore<T, R>(store: Store<T>, select: (value: T) => R): R {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
