/**
 * Who may talk to the browser shell. The launch token in the printed address is good
 * once: it buys the session cookie, and from then on only that cookie, on the exact
 * host and origin of this server, opens anything. Other pages in the same browser,
 * other programs on the machine and names rebound to 127.0.0.1 have none of these.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'

/** What the checks look at in a request. */
export type Asked = {
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly cookie: string | undefined
}

export type Access = {
  /** The launch token, for the address. */
  readonly token: string
  /** The `Set-Cookie` value when the token is right and not yet used; null otherwise. */
  takeToken(token: string): string | null
  /** Whether the request names exactly this server. */
  isOwnHost(asked: Asked): boolean
  /** Whether the request carries the session. */
  hasSession(asked: Asked): boolean
  /** Whether a socket may be opened: host, origin and session all exact. */
  mayConnect(asked: Asked): boolean
}

/** The access of one run of the server; a new run knows nothing of the former's token and session. */
export function openAccess(port: number): Access {
  const ownHost = `127.0.0.1:${port}`
  const token = randomBytes(32).toString('base64url')
  const session = randomBytes(32).toString('base64url')
  // Cookies are shared by all ports of a host, so the name says which Gainsay it belongs to.
  const cookieName = `gainsay-${port}`
  let used = false

  const isOwnHost = (asked: Asked) => asked.host === ownHost
  const hasSession = (asked: Asked) =>
    cookieValues(asked.cookie, cookieName).some((value) => same(value, session))

  return {
    token,
    takeToken(given) {
      if (used || !same(given, token)) return null
      used = true
      return `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`
    },
    isOwnHost,
    hasSession,
    mayConnect: (asked) => isOwnHost(asked) && asked.origin === `http://${ownHost}` && hasSession(asked),
  }
}

function cookieValues(header: string | undefined, name: string): string[] {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1))
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
