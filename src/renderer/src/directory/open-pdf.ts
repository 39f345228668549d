/** The PDF reader, fetched when first needed; its worker is a file of our own. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** @param file a PDF made by the office: never one from outside. */
export async function openPdf(file: Blob): Promise<PDFDocumentProxy> {
  const reader = await import('pdfjs-dist')
  reader.GlobalWorkerOptions.workerSrc = workerAddress
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Our pages embed every font and hold no foreign image: nothing needs fetching, compiling or the system's fonts.
  return reader.getDocument({ data: bytes, useWasm: false, useSystemFonts: false, enableXfa: false }).promise
}
