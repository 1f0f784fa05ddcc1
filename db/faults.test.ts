import { expect, test } from 'vitest'
import { GainsayError } from '../app/errors.ts'
import { describeFault } from './faults.ts'

const fault = (code: string) => describeFault(Object.assign(new Error('raw'), { code }), 'The case a')

test('each failure of the disk has its code and a sentence that names the subject', () => {
  const codes = {
    ENOSPC: 'disk-full',
    SQLITE_FULL: 'disk-full',
    // Opening a case needs a few pages beside it.
    SQLITE_IOERR_SHMSIZE: 'disk-full',
    EACCES: 'no-permission',
    EROFS: 'no-permission',
    SQLITE_READONLY_DIRECTORY: 'no-permission',
    SQLITE_BUSY: 'case-open-elsewhere',
    SQLITE_CORRUPT_VTAB: 'case-damaged',
    SQLITE_NOTADB: 'case-damaged',
    ENOENT: 'not-found',
    ENAMETOOLONG: 'refused',
    EIO: 'io',
    SQLITE_IOERR_WRITE: 'io',
    SQLITE_CANTOPEN: 'io',
  }
  const found = Object.keys(codes).map((code) => [code, fault(code)?.code])
  expect(Object.fromEntries(found)).toEqual(codes)
  for (const code of Object.keys(codes)) expect(fault(code)?.message).toMatch(/The case a .*\.$/)
})

test('what is no failure of the disk is left to others', () => {
  expect([
    describeFault(new Error('x'), 'A'),
    describeFault('x', 'A'),
    fault('ERR_INVALID_ARG_TYPE'),
  ]).toEqual([null, null, null])
  const own = new GainsayError('refused', 'No.')
  expect(describeFault(own, 'A')).toBe(own)
})
