/** What a command does when it is run; the name, keys and menu of each stand in app/commandTable.ts. */
import type { CommandId } from '../../app/commandTable.ts'
import type { Parts } from '../workspace/context.ts'

export type CommandRunner = {
  run(parts: Parts): void | Promise<void>
  /** Null when it can be run now, else the sentence that says why not. */
  when?(parts: Parts): string | null
}

/** The commands of one group of ids, such as `article.…`. */
export type Commands<Id extends CommandId> = { readonly [I in Id]: CommandRunner }

/** Ids that begin with one of these words. */
export type IdsOf<Prefix extends string> = Extract<CommandId, `${Prefix}.${string}`>
