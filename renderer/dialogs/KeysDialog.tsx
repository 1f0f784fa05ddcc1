/** All commands with all their keys, by menu. */
import { type CommandEntry, type CommandId, commandTable, menus } from '../../app/commandTable.ts'
import { commandIds } from '../commands/commands.ts'
import { keyLabel } from '../commands/keyLabel.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useParts } from '../workspace/context.ts'
import { useClose } from './useClose.ts'

const entryOf = (id: CommandId): CommandEntry => commandTable[id]

export function KeysDialog() {
  const { shell } = useParts()
  return (
    <Dialog
      wide
      title="Keys"
      description="Keys of one letter hold while you read; inside a text field they type."
      onClose={useClose()}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="keys" data-autofocus tabIndex={0} aria-label="All keys">
        {menus.map((menu) => (
          <section key={menu}>
            <h3>{menu}</h3>
            <dl>
              {commandIds
                .filter((id) => entryOf(id).menu === menu)
                .map((id) => (
                  <div key={id}>
                    <dt>{entryOf(id).title}</dt>
                    <dd>
                      {entryOf(id).keys.map((key) => (
                        <kbd key={key}>{keyLabel(key, shell.mac)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  )
}
