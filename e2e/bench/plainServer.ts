/** Builds the two plain pages and serves them, with texts and passages, on 127.0.0.1. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'vite'
import { makeParagraphs, makePassages } from './text.ts'

export type PlainServer = { readonly address: string; close(): void }

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

/** `folder` takes the built pages. */
export async function openPlainServer(folder: string): Promise<PlainServer> {
  const pages = join(import.meta.dirname, 'pages')
  await build({
    configFile: false,
    root: pages,
    base: './',
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: [join(pages, 'bare.html'), join(pages, 'peer.html')] },
    },
  })
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const paragraphs = () => makeParagraphs(Number(searchParams.get('size')))
    const json = (value: unknown) => {
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify(value))
    }
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    if (pathname === '/text') return json({ paragraphs: paragraphs() })
    if (pathname === '/passages') {
      return json(makePassages(paragraphs().join('\n\n').length, Number(searchParams.get('count'))))
    }
    response.setHeader('Content-Type', types[pathname.split('.').at(-1) ?? ''] ?? 'text/plain')
    response.end(readFileSync(join(folder, pathname)))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // A server listening on TCP has an AddressInfo; the string form is for pipes.
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
