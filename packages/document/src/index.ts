export type { Paper, PaperRow, PaperSection } from './paper.ts'
export { NotDrawn, taggedPdf } from './tagged-pdf.ts'
