/** `gainsay threads`: what is linked to what, a line for each thread. */
import { makeView } from '../../app/ledger/makeView.ts'
import { makeRows } from '../../app/ledger/rows.ts'
import { counted } from '../../app/report/words.ts'
import { wholeRecords } from '../../app/wholeRecords.ts'
import { columns, type Outcome, oneLine, shortened } from './output.ts'
import type { Session } from './session.ts'

/** Every thread in the order of the case, by the id of its leading statement, which names it in `export --thread`. */
export async function showThreads({ call }: Session): Promise<Outcome> {
  const rows = makeRows(makeView(await wholeRecords(call)))
  return {
    json: rows.map(({ leadId, kind, title, states, sources, thread }) => ({
      id: leadId,
      kind,
      title,
      states,
      sources,
      passages: thread.members.map(({ id }) => id),
    })),
    lines: [
      ...columns([
        ['ID', 'Kind', 'Passages', 'State', 'Title'],
        ...rows.map(({ leadId, kind, title, states, thread }) => [
          leadId,
          kind,
          String(thread.members.length),
          states.join(', '),
          shortened(oneLine(title), 80),
        ]),
      ]),
      '',
      counted(rows.length, 'thread'),
    ],
  }
}
