/**
 * What the disk and SQLite say when something fails, as the closed list of codes
 * and a sentence each.
 */
import { GainsayError } from '../app/errors.ts'

/** The machine's own name of the failure, such as `ENOSPC` or `SQLITE_FULL`; null where it has none. */
export function faultCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/**
 * The failure in words; null where it is none of the disk's, and then a fault of our own.
 * `subject` is what was worked on: `The case /home/…/a.gainsay`.
 */
export function describeFault(error: unknown, subject: string): GainsayError | null {
  if (error instanceof GainsayError) return error
  const code = faultCode(error)
  if (code === null) return null
  const options = { cause: error }
  if (/^(?:ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)$/.test(code)) {
    return new GainsayError(
      'disk-full',
      `The disk is full. ${subject} was left as it was; make some room and try again.`,
      options,
    )
  }
  if (/^(?:EACCES|EPERM|EROFS|SQLITE_READONLY.*|SQLITE_PERM|SQLITE_AUTH)$/.test(code)) {
    return new GainsayError(
      'no-permission',
      `${subject} cannot be written: the system does not allow it. Check the permissions of the file and its folder.`,
      options,
    )
  }
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') {
    return new GainsayError(
      'case-open-elsewhere',
      `${subject} is open in another Gainsay. Close it there, or work there.`,
      options,
    )
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new GainsayError(
      'case-damaged',
      `${subject} is damaged and was left as it is. Go back to a backup, or keep a copy for repair.`,
      options,
    )
  }
  if (code === 'ENAMETOOLONG') {
    return new GainsayError(
      'refused',
      `${subject} has a longer name than this system allows. Choose a shorter one.`,
      options,
    )
  }
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') {
    return new GainsayError('not-found', `${subject} is not there. Check the path.`, options)
  }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || /^E[A-Z]+$/.test(code)) {
    return new GainsayError(
      'io',
      `${subject} could not be read or written (${code}). Nothing was changed; check the disk and try again.`,
      options,
    )
  }
  return null
}
