import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** A worksheet as it is read back: every row, and the names of its tables with where they lie. */
export type ReadSheet = { name: string; rows: string[][]; tables: string[] }

/** What a spreadsheet program reads of an OpenDocument file, row by row. */
export function readOds(bytes: Uint8Array): ReadSheet[] {
  const content = unzipSync(bytes)['content.xml']
  if (content === undefined) throw new Error('a spreadsheet has its content')
  const sheets: ReadSheet[] = []
  let text: string | null = null
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const at = (attribute: string) => String(attributes[attribute] ?? '')
    if (name === 'table:table') sheets.push({ name: at('table:name'), rows: [], tables: [] })
    if (name === 'table:table-row') sheets.at(-1)?.rows.push([])
    if (name === 'text:p') text = ''
    if (name === 'table:database-range') {
      const sheet = /^'([^']+)'/.exec(at('table:target-range-address'))?.[1]
      sheets.find((one) => one.name === sheet)?.tables.push(at('table:target-range-address'))
    }
  })
  parser.on('text', (piece) => {
    if (text !== null) text += piece
  })
  parser.on('closetag', ({ name }) => {
    if (name !== 'text:p' || text === null) return
    sheets.at(-1)?.rows.at(-1)?.push(text)
    text = null
  })
  parser.write(new TextDecoder().decode(content)).close()
  return sheets
}

const shorthand = new Set(['[c]', '[u]', '[x]', '[z]'])

/**
 * What is wrong with a spreadsheet of statistics by the Analysis Function's guidance "Releasing statistics in spreadsheets"; empty
 * when nothing is. `notes` is the worksheet whose first column names every note.
 */
export function odsFaults(bytes: Uint8Array, notes = 'Notes'): string[] {
  const sheets = readOds(bytes)
  const xml = new TextDecoder().decode(unzipSync(bytes)['content.xml'])
  const known = new Set(sheets.find(({ name }) => name === notes)?.rows.map(([first]) => first))
  return [
    ...packageFaults(Buffer.from(bytes)),
    ...['spanned', 'covered', 'annotation', 'formula', 'visibility', 'display="false"', '<draw:'].flatMap(
      (sign) => (xml.includes(sign) ? [`has ${sign}`] : []),
    ),
    ...(sheets
      .slice(0, 3)
      .map(({ name }) => name)
      .join() === 'Cover,Contents,Notes'
      ? []
      : ['does not begin with cover, contents and notes']),
    ...sheets.flatMap((sheet) => sheetFaults(sheet, known).map((fault) => `${sheet.name}: ${fault}`)),
  ]
}

function packageFaults(file: Buffer): string[] {
  const nameLength = file.readUInt16LE(26)
  const first = file.toString('latin1', 30, 30 + nameLength)
  const faults = []
  if (first !== 'mimetype' || file.readUInt16LE(8) !== 0 || file.readUInt16LE(28) !== 0) {
    faults.push('the mime type is not first and stored')
  }
  let at = 0
  const entry = Buffer.from([0x50, 0x4b, 0x01, 0x02])
  for (at = file.indexOf(entry); at !== -1; at = file.indexOf(entry, at + 4)) {
    // 1 January 1980, midnight, as a zip file writes it.
    if (file.readUInt32LE(at + 12) !== 0x00210000) faults.push('an entry has a date of its own')
  }
  return faults
}

function sheetFaults({ name, rows, tables }: ReadSheet, notes: ReadonlySet<string | undefined>): string[] {
  const faults = []
  if (rows.some((row) => row.length === 0 || row.some((cell) => cell.trim() === '')))
    faults.push('an empty cell')
  for (const cell of rows.flat()) {
    for (const [marker] of cell.matchAll(/\[note \d+\]/g)) {
      if (!notes.has(marker)) faults.push(`${marker} is explained nowhere`)
    }
    for (const [marker] of cell.replaceAll(/\[note \d+\]/g, '').matchAll(/\[[^\]]*\]/g)) {
      if (!shorthand.has(marker)) faults.push(`${marker} is no shorthand`)
    }
    if (/^[*†‡:.–-]+$/.test(cell)) faults.push(`"${cell}" is a symbol`)
  }
  if (name === 'Cover') return faults
  if (rows[1]?.[0] !== 'This worksheet contains one table.')
    faults.push('does not say how many tables it has')
  if (tables.length !== 1) return [...faults, 'has not one named table']
  const [, first = 0, last = 0] =
    /\$?A(\d+):.*?(\d+)$/.exec(tables[0]?.replaceAll(/'[^']*'\./g, '') ?? '')?.map(Number) ?? []
  const head = rows[first - 1] ?? []
  if (last !== rows.length) faults.push('its table does not end where the worksheet ends')
  if (new Set(head).size !== head.length) faults.push('two columns of one name')
  if (rows.slice(first).some((row) => row.length !== head.length)) faults.push('a row of another width')
  if (rows.slice(0, first - 1).some((row) => row.length !== 1)) faults.push('more than words above its table')
  return faults
}
