/** New ids. The only place where chance enters the host. */
import { randomBytes } from 'node:crypto'
import { type IdOf, idPrefixes } from '../app/ids.ts'

const letters = '0123456789abcdefghijklmnopqrstuv'

/** A new id: the prefix of its type and 16 letters of chance (80 bits). */
export function newId<T extends keyof IdOf>(type: T): IdOf[T] {
  let tail = ''
  for (const byte of randomBytes(16)) tail += letters[byte & 31]
  return `${idPrefixes[type]}_${tail}` as IdOf[T] // made in the form its schema asks for
}
