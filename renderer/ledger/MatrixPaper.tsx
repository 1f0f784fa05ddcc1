/** The matrix on paper: as many threads beside each other as a page is wide, the others in further tables below. */
import type { MatrixRow } from '../../app/ledger/matrix.ts'
import type { ThreadRow } from '../../app/ledger/rows.ts'
import { matrixSigns } from './matrixSigns.ts'

/** So many columns go beside the names on a sheet of A4 or Letter, upright. */
const across = 11

export function MatrixPaper({
  actors,
  threads,
}: {
  readonly actors: readonly MatrixRow[]
  readonly threads: readonly ThreadRow[]
}) {
  const parts = Array.from({ length: Math.ceil(threads.length / across) }, (_, part) =>
    threads.slice(part * across, (part + 1) * across),
  )
  return parts.map((part) => (
    <table key={part[0]?.key} className="matrix-paper">
      <thead>
        <tr>
          <th scope="col">Actor</th>
          {part.map((thread) => (
            <th key={thread.key} scope="col">
              <span dir="auto">{thread.title}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {actors
          .filter((actor) => part.some((thread) => actor.cells.has(thread.key)))
          .map((actor) => (
            <tr key={actor.actorId}>
              <th scope="row" dir="auto">
                {actor.name}
              </th>
              {part.map((thread) => (
                <td key={thread.key}>
                  {actor.cells.get(thread.key)?.marks.map((mark) => (
                    <span key={mark} className={`mark ${mark.replace(' ', '-')}`}>
                      {matrixSigns[mark]}
                    </span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  ))
}
