/** Where the shown nodes stand: asked of a worker whenever what is shown changes, kept from then on. */
import { useEffect, useRef } from 'react'
import type { GraphEdge, GraphNode } from '../../app/graph/graph.ts'
import { keptPlaces, type Places } from '../../app/graph/layout.ts'
import { graphState, patchGraph } from './graphState.ts'
import type { LayoutRequest } from './layoutWorker.ts'

export function useLayout(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): void {
  const worker = useRef<Worker | null>(null)
  const number = useRef(0)
  useEffect(() => {
    const made = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' })
    made.onmessage = (event: MessageEvent<{ number: number; places: Places }>) => {
      if (event.data.number !== number.current) return
      const { places } = graphState.get()
      patchGraph({ places: { ...places, ...event.data.places } })
    }
    worker.current = made
    return () => {
      made.terminate()
      worker.current = null
    }
  }, [])
  useEffect(() => {
    const { places } = graphState.get()
    if (Object.keys(keptPlaces(nodes, places)).length === nodes.length) return
    const ids = new Set(nodes.map((node) => node.id as string))
    number.current += 1
    const request: LayoutRequest = {
      number: number.current,
      input: {
        nodes: nodes.map(({ id, sort }) => ({ id, sort })),
        edges: edges.map(({ sort, from, to }) => ({ sort, from, to })),
        // Only what is shown stands in the way of what is new.
        former: Object.fromEntries(Object.entries(places).filter(([id]) => ids.has(id))),
      },
    }
    worker.current?.postMessage(request)
  }, [nodes, edges])
}
