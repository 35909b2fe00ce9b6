import { columnIndex } from '../column-letters.ts'
import type { FoundRow, TableLimits } from '../table.ts'
import { TableRefusal } from '../table-refusal.ts'
import { type CellWords, cellText, type WrittenCell } from './cell-text.ts'
import { readXml } from './read-xml.ts'

/** A sheet's rows as they are unpacked. Cells left out by the file are blank. */
export async function* sheetRows(
  pieces: Iterable<Uint8Array>,
  words: CellWords,
  limits: TableLimits,
): AsyncGenerator<FoundRow> {
  const ready: FoundRow[] = []
  let number = 0
  let cells: string[] = []
  let cell: WrittenCell | undefined
  let text: string | undefined
  let reading = false
  let aside = 0

  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    const column = attributes['r'] === undefined ? cells.length : columnIndex(attributes['r'])
    if (column === undefined || column < cells.length) throw new TableRefusal('damaged', { row: number })
    if (column >= limits.columns) throw new TableRefusal('too-many-columns', { row: number })
    const style = Number(attributes['s'] ?? 0)
    cell = { row: number, column, type: attributes['t'] ?? 'n', style, value: undefined, formula: false }
    text = undefined
  }
  const closeCell = (): void => {
    if (cell === undefined) throw new TableRefusal('damaged', { row: number })
    const written = cellText({ ...cell, value: text }, words)
    while (cells.length < cell.column) cells.push('')
    cells.push(written)
    cell = undefined
  }

  const events = {
    open: (name: string, attributes: Readonly<Record<string, string>>): void => {
      if (name === 'row') {
        const next = attributes['r'] === undefined ? number + 1 : Number(attributes['r'])
        if (!Number.isInteger(next) || next <= number) throw new TableRefusal('damaged', { row: number })
        number = next
        cells = []
      } else if (name === 'c') openCell(attributes)
      else if (name === 'f' && cell !== undefined) cell = { ...cell, formula: true }
      else if (name === 'rPh') aside += 1
      else if ((name === 'v' || name === 't') && cell !== undefined && aside === 0) {
        reading = true
        text ??= ''
      }
    },
    text: (more: string): void => {
      if (!reading) return
      text = `${text ?? ''}${more}`
      if (text.length > limits.cell) throw new TableRefusal('cell-too-long', { row: number })
    },
    close: (name: string): void => {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'rPh') aside -= 1
      else if (name === 'c') closeCell()
      else if (name === 'row') ready.push({ number, cells })
    },
  }
  for await (const _ of readXml(pieces, events)) yield* ready.splice(0)
}
