/** Where the keys belong in a view that has no text. */

/** The picture or the table of a view, whichever comes first; null where it shows neither. */
export const findViewPlace = (view: Element | null | undefined): HTMLElement | null =>
  view?.querySelector<HTMLElement>('[role=grid][tabindex="0"], [role=listbox][tabindex="0"]') ?? null
