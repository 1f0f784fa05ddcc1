/** How large a file may be whatever its format; each format has bounds of its own besides. */
import { GainsayError } from '../../app/errors.ts'
import { maxFileBytes } from '../../app/limits.ts'

/** @throws GainsayError `too-large` */
export function checkSize(size: number): void {
  if (size <= maxFileBytes) return
  throw new GainsayError(
    'too-large',
    `The file has ${megabytes(size)}; Gainsay takes in files of up to ${megabytes(maxFileBytes)}. Split it and try again.`,
  )
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`
