/** Keeps the memory of a host that runs for days near what it uses. */
import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the young generation of this process's heap at the size it begins with. V8 would double
 * it again and again while much comes and goes, as in an import, to three times 32 MB, and seldom
 * gives that back; a host does nothing that would be quicker for it. The limit that V8 has for it
 * is read when a process starts, so only its command line can set it; the factor of growth
 * is read at each growth.
 */
export const holdYoungHeap = (): void => setFlagsFromString('--semi-space-growth-factor=1')
