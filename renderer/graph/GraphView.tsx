/** Who stands against whom: statements and actors around what was chosen, and the same as a table. */
import { useCallback, useEffect, useMemo, useRef } from 'react'
import {
  around,
  type EdgeSort,
  edgesAmong,
  type Graph,
  type GraphEdge,
  linkedNodes,
  mostDisputed,
  neighboursOf,
} from '../../app/graph/graph.ts'
import type { AnnotationId } from '../../app/ids.ts'
import { counted } from '../frame/counted.ts'
import { goToPassage } from '../margin/passageActions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useStore } from '../ui/store.ts'
import type { CaseBook } from '../views/caseBook.ts'
import { actorChoices, threadChoices } from '../views/choices.ts'
import { type Column, DataTable, tableRows } from '../views/DataTable.tsx'
import { pictureOf } from '../views/exportPicture.ts'
import { NothingTagged } from '../views/NothingTagged.tsx'
import { useCaseBook } from '../views/useCaseBook.ts'
import { useExports, ViewHead } from '../views/ViewHead.tsx'
import { type Parts, useParts, useRecords } from '../workspace/context.ts'
import { chosenEdge } from './chosenEdge.ts'
import { GraphPicture } from './GraphPicture.tsx'
import { graphState, patchGraph } from './graphState.ts'
import { useLayout } from './useLayout.ts'
import '../views/views.css'
import './graph.css'

/** A case of no more statements is shown whole at first. */
const wholeUpTo = 60
/** So many are shown around what was chosen to begin with, and at most in all. */
const aroundFirst = 36
const most = 400

export function GraphView() {
  const passages = useRecords((records) => records.annotations().size)
  return passages === 0 ? <NothingTagged where="in the graph" /> : <GraphOfCase />
}

function GraphOfCase() {
  const parts = useParts()
  const { records, workspace } = parts
  const book = useCaseBook()
  const graph = book.graph()
  const { shown: chosenNodes, chosenId, edgeId } = useStore(graphState, (state) => state)
  const shown = useMemo(() => {
    const wanted = chosenNodes ?? firstShown(parts, book)
    return new Set([...wanted].filter((id) => graph.node(id) !== null))
  }, [chosenNodes, parts, book, graph])
  useEffect(() => {
    if (chosenNodes === null) patchGraph({ shown })
  }, [chosenNodes, shown])
  const nodes = useMemo(() => [...shown].flatMap((id) => graph.node(id) ?? []), [graph, shown])
  const edges = useMemo(() => edgesAmong(graph, shown), [graph, shown])
  useLayout(nodes, edges)
  const picture = useRef<SVGSVGElement>(null)
  const columns = useMemo(() => makeColumns(graph), [graph])
  useExports(
    useMemo(
      () => ({
        name: 'Graph',
        table: () => tableRows(columns, edges),
        picture: () => pictureOf(picture.current),
      }),
      [columns, edges],
    ),
  )
  const expand = useCallback(
    (id: string) => {
      const more = neighboursOf(graph, id).filter((other) => !shown.has(other))
      if (more.length === 0) {
        workspace.notify('done', 'Everything next to it is shown.')
        return
      }
      const room = Math.max(0, most - shown.size)
      patchGraph({ shown: new Set([...shown, ...more.slice(0, room)]), chosenId: id })
      const rest = more.length - room
      if (rest > 0)
        workspace.notify(
          'refused',
          `${counted(rest, 'neighbour')} had no room: hide some first, or begin elsewhere.`,
        )
    },
    [graph, shown, workspace],
  )
  const hide = useCallback(
    (id: string) => {
      const rest = new Set(shown)
      rest.delete(id)
      patchGraph({ shown: rest, chosenId: neighboursOf(graph, id).find((other) => rest.has(other)) ?? null })
    },
    [graph, shown],
  )
  const open = useCallback(
    (id: string) => {
      patchGraph({ chosenId: id })
      const node = graph.node(id)
      if (node === null || node.sort === 'actor') expand(id)
      // nodes that are no actors are statements, whose id is that of their passage
      else goToPassage(parts, id as AnnotationId)
    },
    [graph, expand, parts],
  )
  const begin = () =>
    workspace.patch({
      dialog: {
        dialog: 'choose',
        chooser: {
          title: 'Show the graph around …',
          label: 'Thread or actor',
          choices: () => [...threadChoices(book), ...actorChoices(records)],
          onChoose(key) {
            const start = book.rowOf(key)?.leadId ?? key
            patchGraph({
              shown: around(graph, [start], aroundFirst),
              chosenId: start,
              places: {},
              camera: null,
            })
          },
        },
      },
    })
  return (
    <section className="view graph" aria-label="Graph">
      <ViewHead
        title="Graph"
        hasPicture
        status={`${counted(shown.size, 'node')} of ${graph.size.toLocaleString('en')} · ${counted(edges.length, 'edge')}`}
      >
        <Button onClick={begin}>Begin elsewhere …</Button>
        <Button
          unavailable={chosenId === null ? 'Choose a node first.' : null}
          onClick={() => chosenId !== null && expand(chosenId)}
        >
          Show neighbours <kbd>Space</kbd>
        </Button>
        <Button
          unavailable={chosenId === null ? 'Choose a node first.' : null}
          onClick={() => chosenId !== null && hide(chosenId)}
        >
          Hide <kbd>H</kbd>
        </Button>
        <Button onClick={() => patchGraph({ places: {}, camera: null, shown: new Set(shown) })}>
          Lay out anew
        </Button>
        <EdgeKey />
      </ViewHead>
      {shown.size === 0 ? (
        <EmptyState title="Everything is hidden" actions={<Button onClick={begin}>Begin elsewhere …</Button>}>
          Choose a thread or an actor to begin with.
        </EmptyState>
      ) : (
        <div className="view-split picture-split">
          <GraphPicture
            graph={graph}
            nodes={nodes}
            edges={edges}
            picture={picture}
            onOpen={open}
            onExpand={expand}
            onHide={hide}
          />
          <DataTable
            label="Edges"
            columns={columns}
            lines={edges.map((row) => ({ key: row.id, row }))}
            chosenKey={chosenEdge(edges, edgeId, chosenId)}
            besidePicture
            onChoose={(edgeKey, edge) => patchGraph({ edgeId: edgeKey, chosenId: edge.from })}
            onOpen={(edge) => open(graph.node(edge.from)?.sort === 'actor' ? edge.to : edge.from)}
            rowHeight={42}
          />
        </div>
      )}
    </section>
  )
}

/** What to begin with: all of a small case, else the chosen passage, else what is disputed most. */
function firstShown({ workspace }: Parts, { view, graph }: CaseBook): ReadonlySet<string> {
  const all = graph()
  const { focusId } = workspace.get()
  if (all.size <= wholeUpTo) return linkedNodes(view, all)
  const starts = focusId !== null && all.node(focusId) !== null ? [focusId] : mostDisputed(view, 3)
  return around(all, starts.length > 0 ? starts : [...all.ids()].slice(0, 3), aroundFirst)
}

const edgeSorts: readonly EdgeSort[] = [
  'says',
  'denies',
  'contradicts',
  'supports',
  'same claim',
  'responds to',
  'follows',
]

function EdgeKey() {
  return (
    <ul className="edge-key" aria-label="Lines">
      {edgeSorts.map((sort) => (
        <li key={sort}>
          <svg aria-hidden="true" width={26} height={8}>
            <line className={`edge ${sort.replace(' ', '-')}`} x1={0} x2={26} y1={4} y2={4} />
          </svg>
          {sort === 'same claim' ? 'same as' : sort === 'says' ? 'says, takes part' : sort}
        </li>
      ))}
    </ul>
  )
}

function makeColumns(graph: Graph): readonly Column<GraphEdge>[] {
  const name = (id: string) => {
    const node = graph.node(id)
    return node === null ? '' : node.who === '' ? node.label : `${node.who}: ${node.label}`
  }
  const two = (text: string) => (
    <span className="two-lines" dir="auto" title={text}>
      {text}
    </span>
  )
  return [
    {
      key: 'from',
      title: 'From',
      track: 'minmax(120px, 1.5fr)',
      text: (edge) => name(edge.from),
      render: (edge) => two(name(edge.from)),
    },
    { key: 'sort', title: 'Relation', track: '96px', text: (edge) => edge.sort, render: (edge) => edge.sort },
    {
      key: 'to',
      title: 'To',
      track: 'minmax(120px, 1.5fr)',
      text: (edge) => name(edge.to),
      render: (edge) => two(name(edge.to)),
    },
  ]
}
