/** Opening, making and checking cases. Where the shell has native dialogs they are used, else Gainsay's own. */
import type { Parts } from '../workspace/context.ts'
import type { Commands, IdsOf } from './commandRunner.ts'

/** Opens another case; not over a correction that is not finished. Errors: those of the call. */
export async function openCase({ client, workspace }: Parts, path: string): Promise<void> {
  if (workspace.leaveCorrecting()) await client.call('case.open', { path })
}

export const caseCommands: Commands<IdsOf<'case'>> = {
  'case.open': {
    async run(parts) {
      const { shell, workspace } = parts
      if (shell.chooseCase === null) {
        workspace.patch({ dialog: { dialog: 'cases', mode: 'open' } })
        return
      }
      const path = await shell.chooseCase('open')
      if (path !== null) await openCase(parts, path)
    },
  },
  'case.create': {
    async run({ shell, client, workspace }) {
      if (shell.chooseCase === null) {
        workspace.patch({ dialog: { dialog: 'cases', mode: 'create' } })
        return
      }
      const path = await shell.chooseCase('create')
      if (path !== null) await client.call('case.create', { path })
    },
  },
  'case.check': { run: ({ workspace }) => workspace.patch({ dialog: { dialog: 'check' } }) },
}
