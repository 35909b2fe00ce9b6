import { escaped } from './escaped.ts'
import type { OdsCell, OdsSheet, OdsWorkbook } from './workbook.ts'

const namespaces = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ')

/** Bold titles and heads, words that break: nothing is told by a look alone. */
const styles =
  '<office:automatic-styles>' +
  '<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="5cm"/></style:style>' +
  '<style:style style:name="title" style:family="table-cell"><style:text-properties fo:font-weight="bold" fo:font-size="15pt"/></style:style>' +
  '<style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="words" style:family="table-cell"><style:table-cell-properties fo:wrap-option="no-wrap"/></style:style>' +
  '</office:automatic-styles>'

const sheetName = /^[A-Za-z0-9_ -]{1,31}$/
const tableName = /^[A-Za-z][A-Za-z0-9_]{0,40}$/

/** The worksheets of a workbook, and each table's name with where it lies. */
export function contentXml({ sheets }: OdsWorkbook): string {
  const ranges = sheets.flatMap(({ name, lines, table }) => {
    if (table === null) return []
    if (!tableName.test(table.name)) throw new RangeError('a table has a name of letters and digits')
    const [first, last] = [lines.length + 1, lines.length + 1 + table.rows.length]
    const to = `${columnLetters(table.columns.length)}${last}`
    return `<table:database-range table:name="${table.name}" table:target-range-address="'${name}'.A${first}:'${name}'.${to}" table:contains-header="true"/>`
  })
  return `<office:document-content ${namespaces} office:version="1.3">${styles}<office:body><office:spreadsheet>${sheets.map(sheetXml).join('')}<table:database-ranges>${ranges.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`
}

function sheetXml({ name, lines, table }: OdsSheet): string {
  if (!sheetName.test(name)) throw new RangeError('a worksheet has a name of 31 letters at most')
  const width = table?.columns.length ?? 1
  const rows = [
    ...lines.map((line, at) => rowXml([line], at === 0 ? 'title' : 'words')),
    ...(table === null
      ? []
      : [
          `<table:table-header-rows>${rowXml(table.columns, 'head')}</table:table-header-rows>`,
          ...table.rows.map((row) => {
            if (row.length !== width) throw new RangeError('a row is as wide as the head of its table')
            return rowXml(row, 'words')
          }),
        ]),
  ]
  return `<table:table table:name="${name}"><table:table-column table:style-name="wide" table:number-columns-repeated="${width}"/>${rows.join('')}</table:table>`
}

function rowXml(cells: readonly OdsCell[], style: string): string {
  return `<table:table-row>${cells.map((cell) => cellXml(cell, style)).join('')}</table:table-row>`
}

function cellXml(cell: OdsCell, style: string): string {
  if (typeof cell !== 'string') {
    if (!/^-?\d+(\.\d+)?$/.test(cell.number)) throw new RangeError('a number is a plain number')
    return `<table:table-cell office:value-type="float" office:value="${cell.number}"><text:p>${cell.number}</text:p></table:table-cell>`
  }
  if (cell.trim() === '') throw new RangeError('no cell of a table is empty')
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${escaped(cell)}</text:p></table:table-cell>`
}

/** The letters of a spreadsheet's column, the first being 1: A, Z, AA. */
function columnLetters(number: number): string {
  const before = Math.floor((number - 1) / 26)
  return `${before === 0 ? '' : columnLetters(before)}${String.fromCharCode(65 + ((number - 1) % 26))}`
}
