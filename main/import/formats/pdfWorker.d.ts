/** pdf.js types its parser for threads nowhere; only its presence is needed. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
