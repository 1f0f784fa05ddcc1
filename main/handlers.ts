/** What a service is: a handler for each method of its noun, typed by the contract. */
import type { HostEvent, Input, Method, Result } from '../app/contract.ts'
import type { Settings } from '../app/inputForms.ts'
import type { CaseInfo } from '../app/results.ts'
import type { ReadDb } from '../db/connection.ts'
import type { CaseFile } from '../db/open.ts'
import type { ImportDesk } from './import/importDesk.ts'
import type { Parser } from './import/parser.ts'
import type { Profile } from './profile.ts'
import type { RelatedDesk } from './related/relatedDesk.ts'

/** What a handler works with. It belongs to one call and to the case that was open when the call came. */
export type Context = {
  readonly file: CaseFile
  readonly db: ReadDb
  /** Null where there is nobody to remember things for, as in tests. */
  readonly profile: Profile | null
  publish(event: HostEvent): void
  /** Reads a file's bytes as articles, away from this thread. @throws GainsayError */
  readonly parse: Parser['parse']
  /** Takes the articles of files into the case, in turn. */
  readonly desk: ImportDesk
  /** Tells which articles of the case are related. */
  readonly related: RelatedDesk
  /** @throws GainsayError `cancelled` when another case has been opened since the call came. */
  assertStillOpen(): void
  /** Closes the case and goes on with another, which is open already. */
  switchTo(file: CaseFile): CaseInfo
  getSettings(): Settings
  setSettings(patch: Partial<Settings>): Settings
}

export type Handler<M extends Method> = (context: Context, input: Input<M>) => Result<M> | Promise<Result<M>>
/** A handler for each of the methods named. */
export type Handlers<M extends Method> = { readonly [K in M]: Handler<K> }
