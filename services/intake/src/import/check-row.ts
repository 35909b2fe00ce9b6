import { type PlainDate, Refusal } from '@cdop/domain'
import {
  type CompiledForm,
  FormVersionError,
  formInForce,
  NOTIFICATION_FORM,
  statutoryForms,
} from '@cdop/forms'
import type { ServiceParts } from '@cdop/service'
import type { Row } from '@cdop/tabular'
import { formInForceOrFirst, type ReadAnswers } from '../notification/notification-form.ts'
import { type Arriving, readArriving } from '../notification/receive-notification.ts'
import { type CellFault, type MappedRow, mapRow, type PlacedMapping } from './map-row.ts'
import { readDate } from './read-date.ts'
import { valueClass } from './value-class.ts'

/** What a row would be received as. */
type Received = Pick<Arriving, 'receivedOn' | 'formVersion' | 'answers'>

export type CheckedRow =
  | Readonly<{ ok: true; received: Received; read: ReadAnswers; leftOut: number }>
  | Readonly<{ ok: false; faults: readonly CellFault[] }>

/**
 * Holds a row to everything that will be asked of it when it is received: by the very rules of the one path, so that a
 * file that was confirmed cannot fail in its middle.
 */
export function checkRow(
  parts: ServiceParts,
  areaId: Arriving['areaId'],
  placed: PlacedMapping,
  row: Row,
): CheckedRow {
  const fault = (column: string, words: { says: string; cure: string }): CellFault => ({
    row: row.number,
    column,
    valueClass: valueClass(placed.cell(row, column)),
    ...words,
  })
  const { receivedOn: receivedColumn } = placed.mapping
  const receivedOn = readDate(placed.cell(row, receivedColumn))
  const form = receivedOn === undefined ? undefined : formFor(placed.mapping, receivedOn)
  if (receivedOn === undefined || form === undefined) {
    return { ok: false, faults: [fault(receivedColumn, receivedOn === undefined ? noDate : noForm)] }
  }
  const mapped = mapRow(placed, form, row)
  const column = (path: string): string =>
    path === 'receivedOn' ? receivedColumn : (mapped.columnOf(path) ?? wholeRow)
  let atFault: readonly string[] = []
  const received = { receivedOn, formVersion: form.version, answers: mapped.answers }
  if (mapped.faults.length === 0) {
    try {
      const read = readArriving({ areaId, door: 'import', ...received }, parts)
      return { ok: true, received, read, leftOut: mapped.leftOut }
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      atFault = [...new Set(thrown.fields.map(column))]
      if (thrown.code !== 'invalid-answers') {
        return { ok: false, faults: atFault.map((name) => fault(name, { says: thrown.says, cure: compare })) }
      }
    }
  }
  // Something is wrong with an answer: the form says what, question by question.
  const known = new Set(mapped.faults.map((one) => one.column))
  const others = formFaults(form, mapped)
    .map(({ path, says }) => fault(column(path), { says, cure: cureFor(placed.cell(row, column(path))) }))
    .filter((one) => !known.has(one.column))
  const faults = [...mapped.faults, ...others]
  if (faults.length > 0) return { ok: false, faults }
  const columns = atFault.length > 0 ? atFault : [wholeRow]
  return { ok: false, faults: columns.map((name) => fault(name, noReading)) }
}

/** Where an answer is at fault that no column holds. */
const wholeRow = '(the row)'

const noDate = {
  says: 'The day the panel was told is missing or not a date',
  cure: 'Write the date as 14/11/2026 or 2026-11-14, with four digits for the year',
}
const noForm = {
  says: 'There was no notification form on this day',
  cure: 'Check the date: it is before the first form this product knows',
}
const noReading = {
  says: 'The answers of this row do not fit together',
  cure: 'Compare the row with the record, or record this notification by hand',
}
const compare = 'Compare the dates and the NHS number with the record, and correct them'

/** An open case may be older than the first form: it is read by that one. */
function formFor({ bundle }: PlacedMapping['mapping'], receivedOn: PlainDate): CompiledForm | undefined {
  return bundle ? formInForceOrFirst(receivedOn) : formOn(receivedOn)
}

function cureFor(cell: string): string {
  return cell === '' ? 'Fill in the cell' : 'Correct the cell'
}

function formOn(receivedOn: PlainDate): CompiledForm | undefined {
  try {
    return formInForce(statutoryForms, NOTIFICATION_FORM, receivedOn)
  } catch (thrown) {
    if (thrown instanceof FormVersionError) return undefined
    throw thrown
  }
}

function formFaults(form: CompiledForm, { answers }: MappedRow): { path: string; says: string }[] {
  const parsed = form.schema.safeParse(answers)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) => ({ path: written(path), says: message }))
}

/** `agencies[0].agency-name` */
function written(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (before, step) =>
      typeof step === 'number'
        ? `${before}[${step}]`
        : before === ''
          ? String(step)
          : `${before}.${String(step)}`,
    '',
  )
}
