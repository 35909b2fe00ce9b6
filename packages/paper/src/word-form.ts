import { strToU8, zipSync } from 'fflate'
import type { BlankForm, BlankItem, BlankQuestion } from './blank-form.ts'
import { wordParts } from './word-parts.ts'
import {
  choiceControl,
  dateControl,
  type FieldName,
  paragraph,
  run,
  textControl,
  tickControl,
  xmlText,
} from './word-xml.ts'

/** Rows of a table to fill in; Word adds more with Tab. */
const ROWS = 4
/** Before this no zip file has a date. Written as local time, which is how a zip keeps it: the same bytes everywhere. */
const NO_DATE = new Date(1980, 0, 1)

/** Gives each field of a document an id of its own. */
type Fields = (label: string, name: string) => FieldName

function answerIn(question: BlankQuestion, fields: Fields): string[] {
  const { label, name, kind, options = [] } = question
  switch (kind) {
    case 'text':
      return [textControl(fields(label, name), 'Enter an answer')]
    case 'date':
      return [dateControl(fields(label, name))]
    case 'choice':
      return [choiceControl(fields(label, name), options)]
    case 'choices':
      return options.map((option, at) => tickControl(fields(`${label}: ${option}`, `${name}.${at}`), option))
  }
}

function questionParagraphs(question: BlankQuestion, fields: Fields): string {
  const { label, hint, when, instead, name } = question
  return [
    paragraph('Heading3', run(label)),
    when === undefined ? '' : paragraph('Hint', run(when)),
    hint === undefined ? '' : paragraph('Hint', run(hint)),
    ...answerIn(question, fields).map((content) => paragraph('Normal', content)),
    instead === undefined
      ? ''
      : paragraph('Normal', tickControl(fields(`${label}: ${instead}`, `${name}.instead`), instead)),
  ].join('')
}

const cell = (content: string) => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${content}</w:tc>`

/** A table whose first row says what its columns are, repeats on every page, and is marked as such. */
function tableOf({ label, columns }: Extract<BlankItem, { of: 'table' }>, fields: Fields): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="484949"/>`,
  )
  const head = columns.map((column) => cell(paragraph('Normal', run(column.label, '<w:b/>'))))
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const cells = columns.map((column) => {
      const own = { ...column, label: `${column.label}, row ${row + 1}`, name: `${column.name}.${row}` }
      return cell(
        answerIn(own, fields)
          .map((content) => paragraph('Normal', content))
          .join(''),
      )
    })
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
  })
  const properties = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edges.join('')}</w:tblBorders><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${xmlText(label)}"/></w:tblPr>`
  const grid = `<w:tblGrid>${columns.map(() => '<w:gridCol/>').join('')}</w:tblGrid>`
  const header = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`
  return `<w:tbl>${properties}${grid}${header}${rows.join('')}</w:tbl>`
}

function itemBody(item: BlankItem, fields: Fields): string {
  switch (item.of) {
    case 'note':
      return paragraph('Normal', run(item.text))
    case 'question':
      return questionParagraphs(item, fields)
    case 'table':
      return [
        paragraph('Heading3', run(item.label)),
        item.when === undefined ? '' : paragraph('Hint', run(item.when)),
        tableOf(item, fields),
        paragraph('Normal', ''),
      ].join('')
  }
}

/**
 * A blank form as a Word document (DOCX) that can be filled in by ear: headings in order, each answer a content control
 * named by its question, tables with a header row, a title and a language. The same form gives the same bytes.
 */
export function wordForm({ title, introduction, footer, sections }: BlankForm): Uint8Array<ArrayBuffer> {
  let last = 0
  const fields: Fields = (label, name) => {
    last += 1
    return { label, name, id: last }
  }
  const body = [
    paragraph('Heading1', run(title)),
    ...introduction.map((words) => paragraph('Normal', run(words))),
    ...sections.flatMap((section) => [
      paragraph('Heading2', run(section.title)),
      section.hint === undefined ? '' : paragraph('Hint', run(section.hint)),
      ...section.items.map((item) => itemBody(item, fields)),
    ]),
  ].join('')
  const parts = Object.entries(wordParts({ title, footer, body }))
  // A reader looks for the content types first; the rest by name.
  const sorted = parts.sort(([left], [right]) => (left < right ? -1 : 1))
  return new Uint8Array(
    zipSync(Object.fromEntries(sorted.map(([name, xml]) => [name, strToU8(xml)])), {
      mtime: NO_DATE,
      level: 9,
    }),
  )
}
