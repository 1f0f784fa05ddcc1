/**
 * What is said of a file, or a part of one, that a parser gave up on. Whatever breaks while a file is
 * read is that file's matter: it is refused with a sentence, and nothing else is held up by it.
 */
import { GainsayError, toWireError, type WireError } from '../../app/errors.ts'

/** The refusal for what went wrong while a file was read; what has its sentence keeps it. */
export function refusalOf(error: unknown): GainsayError {
  if (error instanceof GainsayError) return error
  // Markup nested without end, or text of one kind without end, overflows the stack of any of them.
  if (error instanceof RangeError)
    return new GainsayError(
      'unreadable',
      'The file is nested more deeply, or is longer, than its parser can follow; it was not imported.',
      { cause: error },
    )
  return brokenDown(error)
}

/** The same as it is kept with the parts of a file that were refused. */
export const refusedFor = (error: unknown): WireError => toWireError(refusalOf(error))

/** The refusal where the program itself gave way. */
export const brokenDown = (cause: unknown) =>
  new GainsayError(
    'unreadable',
    'The program that reads this format broke down over the file. Nothing of it was imported; the other files went on.',
    { cause },
  )
