/**
 * The closed list of what can go wrong, and the one exception that carries it.
 * The message is a sentence for the analyst: what happened, what was kept, what to do.
 */

/** Codes a program may decide on; the sentence is for people. */
export const errorCodes = [
  /** The envelope or an argument is not of the form the contract asks for. */
  'bad-input',
  /** What was named does not exist in this case. */
  'not-found',
  /** The rules of the domain forbid it; the sentence says which. */
  'refused',
  /** A file's content cannot be read as an article. */
  'unreadable',
  /** Larger than Gainsay takes in. */
  'too-large',
  /** There is nothing left to undo or redo. */
  'nothing-to-do',
  /** Another process holds the case. */
  'case-open-elsewhere',
  /** The file is not a Gainsay case. */
  'not-a-case',
  /** The case was written by a newer Gainsay. */
  'case-newer',
  /** The case is damaged. */
  'case-damaged',
  /** The disk is full. */
  'disk-full',
  /** The operating system does not allow it. */
  'no-permission',
  /** Reading or writing failed for another reason. */
  'io',
  /** The person stopped it. */
  'cancelled',
  /** The connection to the host is gone. */
  'disconnected',
  /** A fault of Gainsay's own. */
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** An error as it crosses a shell. */
export type WireError = { code: ErrorCode; message: string }

/** The only exception that is meant for the analyst's eyes. */
export class GainsayError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'GainsayError'
    this.code = code
  }
}

/** The error as it may be shown and sent: an unknown exception becomes `internal` and keeps its text to itself. */
export function toWireError(error: unknown): WireError {
  if (error instanceof GainsayError) return { code: error.code, message: error.message }
  return {
    code: 'internal',
    message: 'Something went wrong inside Gainsay. Nothing was changed; please try again.',
  }
}
