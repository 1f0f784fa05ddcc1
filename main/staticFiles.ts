/**
 * The built renderer as both shells serve it: which files there are, and the headers
 * that fence the page in. Only files found by listing the folder can be had, so no
 * path, however written, leads out of it.
 *
 * The page may load its own scripts and styles, talk to its own host and nothing else.
 * Styles that libraries add at run time carry a nonce, fresh with each page; the build
 * leaves `noncePlaceholder` where it goes.
 */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { faultCode } from '../db/faults.ts'

/** What the build writes into index.html where the nonce of the page goes. */
export const noncePlaceholder = '__GAINSAY_NONCE__'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** An answer that either shell can turn into its own kind. */
export type FileAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | string
}

/** The policy of the page. `connect` is where it may open connections to, beside its own origin. */
export function contentSecurityPolicy(nonce: string, connect: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src 'self'${connect ? ` ${connect}` : ''}`,
    "img-src 'self' data:",
    "worker-src 'self'",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** The headers every answer carries, refusals included. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** A refusal or other short answer in plain words. */
export function plainAnswer(status: number, sentence: string): FileAnswer {
  return {
    status,
    headers: {
      ...guardHeaders,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
    },
    body: `${sentence}\n`,
  }
}

/** The files of a folder by URL path; `/` is index.html. */
export type StaticFiles = {
  /** `connect`: where the page may open connections to beside its own origin. */
  answer(pathname: string, connect: string | null): FileAnswer
}

/** Stands ready to serve a folder. Throws the system's error when there is none. */
export function openStaticFiles(folder: string): StaticFiles {
  let files = listFiles(folder)
  return {
    answer(pathname, connect) {
      const isPage = pathname === '/' || pathname === '/index.html'
      try {
        // A page loaded anew may belong to a new build, whose files have other names.
        if (isPage) files = listFiles(folder)
        const path = files.get(isPage ? '/index.html' : pathname)
        if (path === undefined) return nothingHere()
        return isPage ? pageAnswer(path, connect) : assetAnswer(path, pathname)
      } catch (error) {
        // A build clears the folder while a page of the former is still open.
        if (faultCode(error) === 'ENOENT') return nothingHere()
        throw error
      }
    },
  }
}

const nothingHere = () => plainAnswer(404, 'There is nothing here.')

function pageAnswer(path: string, connect: string | null): FileAnswer {
  const nonce = randomBytes(16).toString('base64url')
  return {
    status: 200,
    headers: {
      ...guardHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce, connect),
      'Cache-Control': 'no-store',
    },
    body: readFileSync(path, 'utf8').replaceAll(noncePlaceholder, nonce),
  }
}

function assetAnswer(path: string, pathname: string): FileAnswer {
  // The names under /assets/ carry a hash of the content.
  const lasting = pathname.startsWith('/assets/')
  return {
    status: 200,
    headers: {
      ...guardHeaders,
      'Content-Type': mediaTypes[extname(path)] ?? 'application/octet-stream',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Cache-Control': lasting ? 'private, max-age=31536000, immutable' : 'no-store',
    },
    body: new Uint8Array(readFileSync(path)),
  }
}

function listFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]),
  )
}
