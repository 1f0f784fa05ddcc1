/** Opening, making and checking cases. Where the shell has native dialogs they are used, else Gainsay's own. */
import type { Commands, IdsOf } from './commandRunner.ts'

export const caseCommands: Commands<IdsOf<'case'>> = {
  'case.open': {
    async run({ shell, client, workspace }) {
      if (shell.chooseCase === null) {
        workspace.patch({ dialog: { dialog: 'cases', mode: 'open' } })
        return
      }
      const path = await shell.chooseCase('open')
      if (path !== null) await client.call('case.open', { path })
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
