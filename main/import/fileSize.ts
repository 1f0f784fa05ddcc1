/** How large a file may be. Formats that hold pictures, fonts or many articles may be larger than text. */
import { GainsayError } from '../../app/errors.ts'
import { maxFileBytes, maxImportBytes } from '../../app/limits.ts'

const large = new Set(['pdf', 'docx', 'odt', 'mhtml', 'eml', 'mbox', 'zip'])

/** @throws GainsayError `too-large`. `format` is null where it is not known yet. */
export function checkSize(size: number, format: string | null): void {
  const most = format === null || large.has(format) ? maxFileBytes : maxImportBytes
  if (size <= most) return
  throw new GainsayError(
    'too-large',
    `The file has ${megabytes(size)}; Gainsay takes in files of this kind of up to ${megabytes(most)}. Split it and try again.`,
  )
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`
