/** What the Electron preload script hands to the renderer, and nothing more. */
import type { Message, Request } from './contract.ts'

/** The one bridge between the sandboxed renderer and the Electron shell, at `window.gainsayBridge`. */
export type GainsayBridge = {
  send(request: Request): void
  /** Returns the function that stops listening. */
  onMessage(listener: (message: Message) => void): () => void
  /** Asks for a case file in a native dialog; null when the person thinks better of it. */
  chooseCase(mode: 'open' | 'create'): Promise<string | null>
  /** Asks where to save and writes; the path written, or null when the person thinks better of it. */
  saveFile(file: { name: string; mediaType: string; bytes: Uint8Array }): Promise<string | null>
  /** `process.platform` of the shell. */
  readonly platform: string
}
