/** The columns of the ledger's table of threads. */
import type { ThreadRow, Voice } from '../../app/ledger/rows.ts'
import { credibilityLabels, reliabilityLabels } from '../../app/vocabulary.ts'
import { KindMark } from '../ui/KindMark.tsx'
import type { Column } from '../views/DataTable.tsx'
import { shortDay } from '../views/shortDate.ts'

const voiceText = (voice: Voice) => [voice.who, shortDay(voice.when)].filter((word) => word !== '').join(', ')

/** A grade with what it means, which the pointer finds. */
const grade = (
  key: 'reliability' | 'credibility',
  title: string,
  short: string,
  labels: Readonly<Record<string, string>>,
): Column<ThreadRow> => ({
  key,
  title,
  short,
  track: '60px',
  text: (row) => row[key] ?? '',
  render(row) {
    const given = row[key]
    return given === null ? (
      <span className="nothing">–</span>
    ) : (
      <span title={`${given}: ${labels[given]}`}>{given}</span>
    )
  },
})

const voices = (
  key: 'supports' | 'denials' | 'contradictions',
  title: string,
  short?: string,
): Column<ThreadRow> => ({
  key,
  title,
  ...(short === undefined ? {} : { short }),
  track: 'minmax(98px, 1.4fr)',
  text: (row) => row[key].map(voiceText).join('; '),
  render(row) {
    const list = row[key]
    const first = list[0]
    if (first === undefined) return <span className="nothing">–</span>
    return (
      <span className={`voices ${key}`} title={list.map(voiceText).join('\n')}>
        <span className="voices-line">
          <b>{list.length}</b>{' '}
          <span className="two-lines" dir="auto">
            {first.who}
          </span>
        </span>
        {first.when === null ? null : <small>{shortDay(first.when)}</small>}
      </span>
    )
  },
})

export const threadColumns: readonly Column<ThreadRow>[] = [
  {
    key: 'title',
    title: 'Statement',
    track: 'minmax(172px, 2.4fr)',
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
    track: 'minmax(84px, 1fr)',
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
    track: 'minmax(108px, 0.8fr)',
    text: (row) => row.when ?? '',
    render: (row) =>
      row.when === null ? (
        <span className="nothing">–</span>
      ) : (
        <span className="two-lines">{shortDay(row.when)}</span>
      ),
  },
  voices('supports', 'Supports'),
  voices('denials', 'Denials'),
  voices('contradictions', 'Contradictions', 'Contra'),
  {
    key: 'sources',
    title: 'Sources',
    track: '78px',
    numeric: true,
    text: (row) => row.sources,
    render: (row) => row.sources,
  },
  grade('reliability', 'Reliability', 'Rel.', reliabilityLabels),
  grade('credibility', 'Credibility', 'Cred.', credibilityLabels),
  {
    key: 'state',
    title: 'State',
    track: '126px',
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
