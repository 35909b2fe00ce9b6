export type { BlankForm, BlankItem, BlankQuestion } from './blank-form.ts'
export type { Paper, PaperRow, PaperSection } from './paper.ts'
export { NotDrawn, taggedPdf } from './tagged-pdf.ts'
export { wordForm } from './word-form.ts'
