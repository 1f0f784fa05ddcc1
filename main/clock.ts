/** This moment, ISO 8601 in UTC. The only place where the host asks for the time. */
export function now(): string {
  return new Date().toISOString()
}
