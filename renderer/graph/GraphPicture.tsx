/**
 * The picture of the graph. It keeps the focus and names the chosen node; arrows go to
 * the nearest node that way, Enter leads to its passage, Space brings its neighbours,
 * plus and minus zoom, Shift and arrows move, 0 shows all. Wheel, drag and pinch too.
 */
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef } from 'react'
import { type Graph, type GraphEdge, type GraphNode, neighboursOf } from '../../app/graph/graph.ts'
import { nodeSize, opposing, type Place, type Places } from '../../app/graph/layout.ts'
import { IconButton } from '../ui/Button.tsx'
import { isFocusFree } from '../ui/focusFree.ts'
import { useStore } from '../ui/store.ts'
import { fitLines, textWidth } from '../views/fitText.ts'
import { usePictureGestures } from '../views/usePictureGestures.ts'
import { useSize } from '../views/useSize.ts'
import { type Camera, cameraLens, fitCamera, moveCamera, zoomCamera } from './camera.ts'
import { edgePath, widthOf } from './edgePath.ts'
import { graphState, patchGraph } from './graphState.ts'

const font = '13px system-ui, sans-serif'
const widthOfLabel = (label: string) => textWidth(label, font)

export type GraphPictureProps = {
  readonly graph: Graph
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly picture: RefObject<SVGSVGElement | null>
  readonly onOpen: (id: string) => void
  readonly onExpand: (id: string) => void
  readonly onHide: (id: string) => void
}

export function GraphPicture({ graph, nodes, edges, picture, onOpen, onExpand, onHide }: GraphPictureProps) {
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const { places, chosenId, camera: wanted } = useStore(graphState, (state) => state)
  const shown = useMemo(() => nodes.filter((node) => places[node.id] !== undefined), [nodes, places])
  const hidden = useMemo(() => {
    const ids = new Set<string>(nodes.map((node) => node.id))
    return new Map(
      nodes.map((node) => [
        node.id as string,
        neighboursOf(graph, node.id).filter((other) => !ids.has(other)).length,
      ]),
    )
  }, [graph, nodes])
  const near = useMemo(() => {
    if (chosenId === null) return null
    return new Set([chosenId, ...neighboursOf(graph, chosenId)])
  }, [graph, chosenId])
  const frameSize = size ?? { width: 800, height: 500 }
  const fitted = useMemo(
    () =>
      fitCamera(
        shown.flatMap((node) => places[node.id] ?? []),
        frameSize,
      ),
    [shown, places, frameSize],
  )
  const camera = wanted ?? fitted
  const setCamera = (next: Camera) => patchGraph({ camera: next })
  usePictureGestures(frame, cameraLens, camera, setCamera)
  useEffect(() => {
    if (isFocusFree(frame.current)) frame.current?.focus()
  }, [])

  const choose = (next: string) => {
    patchGraph({ chosenId: next })
    const place = places[next]
    if (place === undefined || wanted === null) return
    const moved = revealPlace(camera, place, frameSize)
    if (moved !== camera) setCamera(moved)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== frame.current || event.ctrlKey || event.altKey || event.metaKey) return
    const at = chosenId === null ? undefined : places[chosenId]
    // Keys zoom where the chosen node is, so that it stays in sight.
    const middle =
      at === undefined
        ? { x: frameSize.width / 2, y: frameSize.height / 2 }
        : { x: at.x * camera.scale + camera.x, y: at.y * camera.scale + camera.y }
    const zoomTo = (factor: number) => {
      const zoomed = zoomCamera(camera, factor, middle)
      return at === undefined ? zoomed : revealPlace(zoomed, at, frameSize)
    }
    const pan: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [80, 0],
      ArrowRight: [-80, 0],
      ArrowUp: [0, 80],
      ArrowDown: [0, -80],
    }
    const by = pan[event.key]
    if (event.shiftKey && by !== undefined) setCamera(moveCamera(camera, by[0], by[1]))
    else if (event.key === '+' || event.key === '=') setCamera(zoomTo(1.25))
    else if (event.key === '-' || event.key === '_') setCamera(zoomTo(0.8))
    else if (event.key === '0') patchGraph({ camera: null })
    else if (event.key === 'Enter' && chosenId !== null) onOpen(chosenId)
    else if (event.key === ' ' && chosenId !== null) onExpand(chosenId)
    else if (event.key === 'h' && chosenId !== null) onHide(chosenId)
    else {
      const next = nearest(shown, places, chosenId, event.key)
      if (next === null) return
      choose(next)
    }
    event.preventDefault()
  }
  const middle = { x: frameSize.width / 2, y: frameSize.height / 2 }
  const lookOf = ({ from, to }: GraphEdge) =>
    chosenId === null ? '' : from === chosenId || to === chosenId ? ' near' : ' far'

  return (
    <div className="picture-frame">
      <div
        ref={frame}
        role="listbox"
        tabIndex={0}
        className="picture"
        aria-label="Graph: arrows choose, Enter opens, Space shows neighbours, H hides, plus and minus zoom, Shift with arrows moves"
        aria-activedescendant={
          chosenId !== null && places[chosenId] !== undefined ? `${id}-${chosenId}` : undefined
        }
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          // A node must not take the focus: the picture has the keys.
          event.preventDefault()
          frame.current?.focus({ preventScroll: true })
        }}
      >
        <svg
          ref={picture}
          role="presentation"
          width={frameSize.width}
          height={frameSize.height}
          viewBox={`0 0 ${frameSize.width} ${frameSize.height}`}
        >
          <g transform={`translate(${camera.x} ${camera.y}) scale(${camera.scale})`}>
            {edges.map((edge) => (
              <EdgeLine key={edge.id} edge={edge} graph={graph} places={places} look={lookOf(edge)} />
            ))}
            {shown.map((node) => (
              <NodeShape
                key={node.id}
                id={`${id}-${node.id}`}
                node={node}
                place={places[node.id] ?? { x: 0, y: 0, column: 0 }}
                hidden={hidden.get(node.id) ?? 0}
                look={node.id === chosenId ? ' chosen' : near === null || near.has(node.id) ? '' : ' far'}
                onChoose={choose}
                onOpen={onOpen}
              />
            ))}
            {edges
              .filter((edge) => opposing.has(edge.sort) && isBehind(places[edge.from], places[edge.to]))
              .map((edge) => (
                <EdgeLine
                  key={edge.id}
                  edge={edge}
                  graph={graph}
                  places={places}
                  look={` over${lookOf(edge)}`}
                />
              ))}
          </g>
        </svg>
      </div>
      <div className="picture-tools">
        <IconButton
          icon="plus"
          label="Zoom in"
          keys="+"
          onClick={() => setCamera(zoomCamera(camera, 1.25, middle))}
        />
        <IconButton
          icon="minus"
          label="Zoom out"
          keys="-"
          onClick={() => setCamera(zoomCamera(camera, 0.8, middle))}
        />
        <button type="button" className="button" onClick={() => patchGraph({ camera: null })}>
          All <kbd>0</kbd>
        </button>
      </div>
    </div>
  )
}

/** Whether an edge passes behind a column of nodes. One that says who stands against whom is drawn there once more, faintly, so that it can be followed. */
const isBehind = (from: Place | undefined, to: Place | undefined): boolean =>
  from !== undefined && to !== undefined && Math.abs(from.column - to.column) > 1

function EdgeLine({
  edge,
  graph,
  places,
  look,
}: {
  readonly edge: GraphEdge
  readonly graph: Graph
  readonly places: Places
  readonly look: string
}) {
  const [from, to] = [places[edge.from], places[edge.to]]
  if (from === undefined || to === undefined) return null
  const sortOf = (id: string) => graph.node(id)?.sort ?? 'claim'
  const path = edgePath(from, widthOf(sortOf(edge.from)), to, widthOf(sortOf(edge.to)))
  const directed = !['same claim', 'same event', 'contradicts', 'says', 'takes part'].includes(edge.sort)
  return (
    <g className={`edge-group${look}`}>
      <path className={`edge ${edge.sort.replace(' ', '-')}`} d={path.line} fill="none" />
      {directed ? <path className={`edge-head ${edge.sort.replace(' ', '-')}`} d={path.head} /> : null}
    </g>
  )
}

function NodeShape({
  id,
  node,
  place,
  hidden,
  look,
  onChoose,
  onOpen,
}: {
  readonly id: string
  readonly node: GraphNode
  readonly place: Place
  readonly hidden: number
  readonly look: string
  readonly onChoose: (id: string) => void
  readonly onOpen: (id: string) => void
}) {
  const actor = node.sort === 'actor'
  const [width, height] = actor
    ? [nodeSize.actorWidth, nodeSize.actorHeight]
    : [nodeSize.width, nodeSize.height]
  const lines = fitLines(node.label, width - (actor ? 28 : 18), 2, widthOfLabel)
  return (
    <g
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={look === ' chosen'}
      className={`node ${node.sort}${look}`}
      transform={`translate(${place.x - width / 2} ${place.y - height / 2})`}
      onClick={() => onChoose(node.id)}
      onDoubleClick={() => onOpen(node.id)}
    >
      <title>{`${node.sort}${node.who === '' ? '' : ` by ${node.who}`}: ${node.label}${hidden === 0 ? '' : `, ${hidden} more beside it`}`}</title>
      <rect className="node-ground" width={width} height={height} rx={actor ? 18 : 5} />
      <rect className="node-box" width={width} height={height} rx={actor ? 18 : 5} />
      {actor ? null : <rect className="node-edge" width={4} height={height} rx={2} />}
      {lines.map((line, index) => (
        <text
          key={line}
          className="node-text"
          x={actor ? width / 2 : 11}
          y={height / 2 + 4.5 + (index - (lines.length - 1) / 2) * 17}
          textAnchor={actor ? 'middle' : undefined}
        >
          {line}
        </text>
      ))}
      {hidden === 0 ? null : (
        <g transform={`translate(${width - 6} -4)`}>
          <rect className="node-more" x={-13} y={-8} width={26} height={16} rx={8} />
          <text className="node-more-text" textAnchor="middle" y={4}>
            +{hidden > 99 ? '99' : hidden}
          </text>
        </g>
      )}
    </g>
  )
}

/** The camera moved as little as it must be so that the place is seen. */
function revealPlace(
  camera: Camera,
  place: Place,
  frame: { readonly width: number; readonly height: number },
): Camera {
  const [x, y] = [place.x * camera.scale + camera.x, place.y * camera.scale + camera.y]
  const roomX = (nodeSize.width / 2) * camera.scale + 12
  const roomY = (nodeSize.height / 2) * camera.scale + 12
  const dx = x < roomX ? roomX - x : x > frame.width - roomX ? frame.width - roomX - x : 0
  const dy = y < roomY ? roomY - y : y > frame.height - roomY ? frame.height - roomY - y : 0
  return dx === 0 && dy === 0 ? camera : moveCamera(camera, dx, dy)
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The node nearest in a direction: what is off the line counts double. */
function nearest(
  shown: readonly GraphNode[],
  places: Places,
  from: string | null,
  key: string,
): string | null {
  const direction = directions[key]
  if (direction === undefined) return null
  const start = from === null ? undefined : places[from]
  if (start === undefined) return shown[0]?.id ?? null
  const [dx, dy] = direction
  let best: { readonly id: string; readonly far: number } | null = null
  for (const node of shown) {
    const place = places[node.id]
    if (place === undefined || node.id === from) continue
    const along = (place.x - start.x) * dx + (place.y - start.y) * dy
    if (along <= 1) continue
    const aside = Math.abs((place.x - start.x) * dy) + Math.abs((place.y - start.y) * dx)
    const far = along + aside * 2
    if (best === null || far < best.far) best = { id: node.id, far }
  }
  return best?.id ?? from
}
