/** Where the keys go on in the text. */
import type { Parts } from '../workspace/context.ts'

/** Puts the keys on the open text, or lets go of them for the one that is about to be opened. */
export function focusText({ workspace }: Pick<Parts, 'workspace'>): void {
  const reader = workspace.activeReader()
  if (reader !== null) reader.focus()
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
