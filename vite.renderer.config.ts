import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** What the shells replace by the nonce of the page; the same word as in main/staticFiles.ts. */
const noncePlaceholder = '__GAINSAY_NONCE__'

/**
 * Libraries that add a style element at run time ask `get-nonce` for its nonce; they get
 * the one in the page, so that the policy needs no 'unsafe-inline'.
 */
function nonceOfThePage(): Plugin {
  const id = '\0get-nonce'
  return {
    name: 'nonce-of-the-page',
    enforce: 'pre',
    resolveId: (source) => (source === 'get-nonce' ? id : null),
    load: (asked) =>
      asked === id
        ? `export const getNonce = () => document.querySelector('meta[property=csp-nonce]')?.nonce
           export const setNonce = () => {}`
        : null,
  }
}

export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [nonceOfThePage(), react()],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // A policy without data: for scripts, styles and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
})
