import { strToU8, zipSync } from 'fflate'
import { columnLetters } from './column-letters.ts'

/** A cell of a test's sheet: text, a number, a date's serial with a style, or XML of its own. */
export type TestCell =
  | string
  | number
  | Readonly<{ serial: number; style: number }>
  | Readonly<{ xml: string }>

export type TestWorkbook = Readonly<{
  rows: readonly (readonly TestCell[])[]
  /** The name of the first sheet. */
  name?: string
  /** Texts in the sheet itself or in the shared list, as most programs write them. */
  texts?: 'shared' | 'inline'
  from1904?: boolean
  /** Format codes of the cell styles; style 0 is plain, the first of these 1. */
  formats?: readonly string[]
  /** Names of further sheets, all empty; hidden when they begin with `_`. */
  otherSheets?: readonly string[]
  /** Parts to add or replace, by name. */
  parts?: Readonly<Record<string, string>>
}>

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** An XLSX file as a spreadsheet program writes it. */
export function xlsxFile(workbook: TestWorkbook): Uint8Array {
  const others = workbook.otherSheets ?? []
  const texts = new Map<string, number>()
  const formats = workbook.formats ?? []
  const parts = {
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${
      workbook.from1904 === true ? 1 : 0
    }"/><sheets><sheet name="${workbook.name ?? 'Rows'}" sheetId="1" r:id="rId1"/>${others
      .map(
        (name, index) =>
          `<sheet name="${name}" sheetId="${index + 2}" ${name.startsWith('_') ? 'state="hidden" ' : ''}r:id="rId9"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'sharedStrings', '/xl/sharedStrings.xml'],
      ['rId9', 'worksheet', 'worksheets/sheet2.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheet(workbook, texts),
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${index + 164}" formatCode="${escaped(code)}"/>`)
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${index + 164}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${[...texts.keys()]
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join('')}</sst>`,
    ...workbook.parts,
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)])),
  )
}

/** The same bytes in pieces, as they arrive over a network. */
export async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

function sheet({ rows, texts: kept = 'shared' }: TestWorkbook, texts: Map<string, number>): string {
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) =>
      cellXml(cell, `${columnLetters(column)}${index + 1}`, kept, texts),
    )
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cellXml(
  cell: TestCell,
  reference: string,
  kept: 'shared' | 'inline',
  texts: Map<string, number>,
): string {
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (typeof cell === 'object') {
    return 'xml' in cell ? cell.xml : `<c r="${reference}" s="${cell.style}"><v>${cell.serial}</v></c>`
  }
  if (cell === '') return ''
  if (kept === 'inline') {
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  }
  const index = texts.get(cell) ?? texts.size
  texts.set(cell, index)
  return `<c r="${reference}" t="s"><v>${index}</v></c>`
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '_x000D_')
}
