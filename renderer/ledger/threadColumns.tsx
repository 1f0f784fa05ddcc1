/** The columns of the ledger's table of threads. */
import type { ThreadRow, Voice } from '../../app/ledger/rows.ts'
import { credibilityLabels, reliabilityLabels } from '../../app/vocabulary.ts'
import { KindMark } from '../ui/KindMark.tsx'
import type { Column } from '../views/DataTable.tsx'
import { shortDate } from '../views/shortDate.ts'

const voiceText = (voice: Voice) =>
  [voice.who, shortDate(voice.when)].filter((word) => word !== '').join(', ')

export const gradeText = (row: ThreadRow): string => `${row.reliability ?? ''}${row.credibility ?? ''}`

function gradeTitle({ reliability, credibility }: ThreadRow): string {
  const words = [
    reliability === null ? '' : reliabilityLabels[reliability],
    credibility === null ? '' : credibilityLabels[credibility],
  ]
  return words.filter((word) => word !== '').join(', ')
}

const voices = (key: 'supports' | 'denials' | 'contradictions', title: string): Column<ThreadRow> => ({
  key,
  title,
  track: 'minmax(96px, 1fr)',
  sorts: true,
  text: (row) => row[key].map(voiceText).join('; '),
  render(row) {
    const list = row[key]
    const first = list[0]
    if (first === undefined) return <span className="nothing">–</span>
    return (
      <span className={`voices ${key}`} title={list.map(voiceText).join('\n')}>
        <span className="two-lines">
          <b>{list.length}</b> <span dir="auto">{first.who}</span>
          {list.length > 1 ? ' …' : ''}
        </span>
        {first.when === null ? null : <small>{shortDate(first.when)}</small>}
      </span>
    )
  },
})

export const threadColumns: readonly Column<ThreadRow>[] = [
  {
    key: 'title',
    title: 'Statement',
    track: 'minmax(200px, 2.6fr)',
    sorts: true,
    text: (row) => row.title,
    render: (row) => (
      <span className="statement">
        <KindMark kind={row.kind} />
        <span className="two-lines" dir="auto" title={row.title}>
          {row.title}
        </span>
      </span>
    ),
  },
  {
    key: 'by',
    title: 'First by',
    track: 'minmax(90px, 1fr)',
    sorts: true,
    text: (row) => row.by,
    render: (row) => (
      <span className="two-lines" dir="auto" title={row.by}>
        {row.by === '' ? <span className="nothing">nobody named</span> : row.by}
      </span>
    ),
  },
  {
    key: 'when',
    title: 'When',
    track: 'minmax(84px, 0.7fr)',
    sorts: true,
    text: (row) => row.when ?? '',
    render: (row) => <span className="two-lines">{shortDate(row.when)}</span>,
  },
  voices('supports', 'Supports'),
  voices('denials', 'Denials'),
  voices('contradictions', 'Contradictions'),
  {
    key: 'sources',
    title: 'Sources',
    track: '66px',
    sorts: true,
    numeric: true,
    text: (row) => row.sources,
    render: (row) => row.sources,
  },
  {
    key: 'grade',
    title: 'Grade',
    track: '58px',
    sorts: true,
    text: gradeText,
    render: (row) =>
      gradeText(row) === '' ? (
        <span className="nothing">–</span>
      ) : (
        <span title={gradeTitle(row)}>{gradeText(row)}</span>
      ),
  },
  {
    key: 'state',
    title: 'State',
    track: '128px',
    sorts: true,
    text: (row) => row.states.join(', '),
    render: ({ states }) => (
      <span className="states" title={states.join(', ')}>
        {states.slice(0, 2).map((state, at) => (
          <span key={state}>
            <span className={`state ${state.replace(' ', '-')}`}>{state}</span>
            {at === 1 && states.length > 2 ? (
              <span className="states-more">
                {' '}
                +{states.length - 2}
                <span className="visually-hidden"> {states.slice(2).join(', ')}</span>
              </span>
            ) : null}
          </span>
        ))}
      </span>
    ),
  },
]
