/** What parsing a file gives, as it comes back from the worker. */
import type { WireError } from '../../app/errors.ts'
import type { Block, Metadata } from '../../app/model.ts'

/** A file read as an article. */
export type ParsedFile = {
  readonly metadata: Metadata
  readonly text: string
  readonly blocks: readonly Block[]
  /** The encoding the bytes were decoded with, as the WHATWG names it. */
  readonly encoding: string
}

/** What the worker is given. */
export type ParseTask = { readonly bytes: Uint8Array; readonly name: string }

/** What the worker gives back; an exception would lose its code on the way. */
export type ParseAnswer =
  | { readonly ok: true; readonly value: ParsedFile }
  | { readonly ok: false; readonly error: WireError }
