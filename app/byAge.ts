/** The order of records that have been made one after another; of those of one moment by id, so that it is always the same. */
type Made = { readonly createdAt: string; readonly id: string }

/** The older first. */
export const byAge = (a: Made, b: Made): number =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
