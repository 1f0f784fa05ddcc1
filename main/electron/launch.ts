/** What the Electron shell is started with: at most one case, by flag or as a file opened from the desktop. */
import { resolve } from 'node:path'
import { caseExtension } from '../profile.ts'

/**
 * The case named by arguments, as an absolute path, or null. Electron and the system
 * add switches of their own among them, so whatever is not a case is passed over.
 */
export function caseOfArguments(args: readonly string[], workingFolder: string): string | null {
  const flag = args.indexOf('--case')
  const assigned = args.find((arg) => arg.startsWith('--case='))
  const path =
    (flag >= 0 ? args[flag + 1] : undefined) ??
    assigned?.slice('--case='.length) ??
    args.find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(caseExtension))
  return path ? resolve(workingFolder, path) : null
}

/** What a second instance hands to the first: the case it was started with. */
export type LaunchNote = { readonly casePath: string | null }

/** The case in a note from a second instance; null for anything that is not such a note. */
export function caseOfNote(note: unknown): string | null {
  const isNote = typeof note === 'object' && note !== null && 'casePath' in note
  return isNote && typeof note.casePath === 'string' ? note.casePath : null
}
