import { columnLetters } from '../column-letters.ts'
import { TableRefusal } from '../table-refusal.ts'
import { dateOfSerial, timeOfSerial } from './date-serial.ts'
import type { NumberStyle } from './date-styles.ts'
import type { SharedTexts } from './shared-texts.ts'

/** A cell as the sheet writes it. */
export type WrittenCell = Readonly<{
  row: number
  column: number
  type: string
  style: number
  /** The value, or undefined when the cell has none. */
  value: string | undefined
  formula: boolean
}>

export type CellWords = Readonly<{
  texts: SharedTexts | undefined
  styles: readonly NumberStyle[]
  from1904: boolean
}>

/** The cell's text as a person would type it: whole numbers without an exponent, dates and times by their style. */
export function cellText(cell: WrittenCell, words: CellWords): string {
  const fault = (name: 'cell-error' | 'damaged'): TableRefusal =>
    new TableRefusal(name, { row: cell.row, column: columnLetters(cell.column) })
  if (cell.value === undefined) {
    if (cell.formula) throw fault('cell-error')
    return ''
  }
  switch (cell.type) {
    case 's': {
      const text = words.texts?.at(Number(cell.value))
      if (text === undefined) throw fault('damaged')
      return unescaped(text)
    }
    case 'str':
    case 'inlineStr':
      return unescaped(cell.value)
    case 'b':
      return cell.value === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      throw fault('cell-error')
    case 'd':
      return cell.value.replace(/T00:00(:00(\.0+)?)?Z?$/, '')
    case 'n': {
      const text = numberText(cell.value, words.styles[cell.style] ?? 'number', words.from1904)
      if (text === undefined) throw fault('damaged')
      return text
    }
    default:
      throw fault('damaged')
  }
}

function numberText(value: string, style: NumberStyle, since1904: boolean): string | undefined {
  if (value.trim() === '') return ''
  const number = Number(value)
  if (!Number.isFinite(number)) return undefined
  const dated =
    style === 'date'
      ? dateOfSerial(number, { since1904 })
      : style === 'time'
        ? timeOfSerial(number)
        : undefined
  if (dated !== undefined) return dated
  return Number.isSafeInteger(number) ? BigInt(number).toString() : String(number)
}

/** XLSX writes a character XML has no place for as `_x000D_`. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}
