import {
  NhsNumber,
  type PlainDate,
  type RegisteredDeath,
  RegisteredDeath as RegisteredDeathSchema,
} from '@cdop/domain'
import { placeColumns, type Row, readTable, TableRefusal } from '@cdop/tabular'
import { z } from 'zod'

/** The columns of a register's list, in whatever order; others may stand beside them. */
const registerColumns = {
  entryNumber: 'Entry number',
  registeredOn: 'Date registered',
  diedOn: 'Date of death',
  bornOn: 'Date of birth',
  familyName: 'Surname',
  givenNames: 'Forenames',
  sex: 'Sex',
  nhsNumber: 'NHS number',
  postcode: 'Postcode',
  byCoroner: 'Coroner',
} as const
type Field = keyof typeof registerColumns

const optional: readonly Field[] = ['nhsNumber', 'postcode', 'byCoroner']
const required = Object.keys(registerColumns).filter((field) => !optional.some((one) => one === field))

/** What is wrong with a row, and what to do; never what stands in it. */
export const RowFault = z.strictObject({
  row: z.int().nullable(),
  column: z.string().nullable(),
  says: z.string(),
  cure: z.string(),
})
export type RowFault = z.infer<typeof RowFault>

/** At most so many faults are told: who has more has the wrong file. */
const FAULTS = 200

const sexes: Readonly<Record<string, RegisteredDeath['sex']>> = {
  m: 'male',
  male: 'male',
  '1': 'male',
  f: 'female',
  female: 'female',
  '2': 'female',
  i: 'indeterminate',
  indeterminate: 'indeterminate',
}

const yes: ReadonlySet<string> = new Set(['y', 'yes', 'true', '1', 'coroner'])

/** `2026-03-01` or `01/03/2026`, the day first as registers write it. */
function dateIn(cell: string): string {
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell)
  if (british === null) return cell.slice(0, 10)
  const [, day = '', month = '', year = ''] = british
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const cures: Readonly<Partial<Record<Field, { says: string; cure: string }>>> = {
  registeredOn: { says: 'The date registered is not a date', cure: 'Write it like 27/03/2026' },
  diedOn: { says: 'The date of death is not a date', cure: 'Write it like 27/03/2026' },
  bornOn: { says: 'The date of birth is not a date', cure: 'Write it like 27/03/2026, or leave it empty' },
  entryNumber: { says: 'The entry number is missing', cure: 'Add the number of the entry in the register' },
  familyName: { says: 'The surname is missing', cure: 'Add the surname' },
  givenNames: { says: 'The forenames are missing', cure: 'Add them, or write “not named”' },
}

const fieldOf = (key: PropertyKey | undefined): Field | undefined =>
  Object.keys(registerColumns).find((field): field is Field => field === key)

function faultsOf(error: z.ZodError, row: number): RowFault[] {
  return error.issues.map((issue) => {
    const field = fieldOf(issue.path[0])
    const column = field === undefined ? null : registerColumns[field]
    const words = field === undefined ? undefined : cures[field]
    return {
      row,
      column,
      says: words?.says ?? 'The value cannot be read',
      cure: words?.cure ?? 'Correct it, or leave it empty',
    }
  })
}

/** Dates of one row that cannot have followed each other, or lie ahead. */
function outOfOrder(death: RegisteredDeath, row: number, today: PlainDate): RowFault[] {
  const fault = (field: Field, says: string): RowFault => ({
    row,
    column: registerColumns[field],
    says,
    cure: 'Check the dates of this row',
  })
  const wrong: RowFault[] = []
  if (death.registeredOn > today) wrong.push(fault('registeredOn', 'The date registered is in the future'))
  if (death.diedOn > death.registeredOn) {
    wrong.push(fault('diedOn', 'The date of death is after the date registered'))
  }
  if (death.bornOn !== null && death.bornOn > death.diedOn) {
    wrong.push(fault('bornOn', 'The date of birth is after the date of death'))
  }
  return wrong
}

function cellsOf(places: ReadonlyMap<string, number>, row: Row): (field: Field) => string {
  return (field) => {
    const place = places.get(registerColumns[field])
    return place === undefined ? '' : (row.cells[place] ?? '').trim()
  }
}

/** A number that cannot be right is left out: the register's other particulars still tell who it was. */
function numberIn(cell: string): NhsNumber | null {
  const read = NhsNumber.safeParse(cell)
  return read.success ? read.data : null
}

function deathIn(cell: (field: Field) => string) {
  return RegisteredDeathSchema.safeParse({
    entryNumber: cell('entryNumber'),
    registeredOn: dateIn(cell('registeredOn')),
    diedOn: dateIn(cell('diedOn')),
    bornOn: cell('bornOn') === '' ? null : dateIn(cell('bornOn')),
    familyName: cell('familyName'),
    givenNames: cell('givenNames'),
    sex: sexes[cell('sex').toLowerCase()] ?? 'not-known',
    nhsNumber: numberIn(cell('nhsNumber')),
    postcode: cell('postcode') === '' ? null : cell('postcode').slice(0, 10),
    byCoroner: yes.has(cell('byCoroner').toLowerCase()),
  })
}

/** A list as read: all of its deaths, or all that is wrong with it. */
export type ReadRegister =
  | { ok: true; deaths: readonly RegisteredDeath[]; numbersLeftOut: number }
  | { ok: false; faults: readonly RowFault[] }

/** Reads a register's list, CSV or XLSX, whole or not at all. */
export async function readRegister(file: Uint8Array, today: PlainDate): Promise<ReadRegister> {
  const deaths: RegisteredDeath[] = []
  const faults: RowFault[] = []
  const entries = new Set<string>()
  let numbersLeftOut = 0
  try {
    const table = await readTable([file], { limits: { rows: 20_000 }, lastLineMayBeOpen: true })
    const places = placeColumns(table.columns, {
      required: required.map((field) => registerColumns[fieldOf(field) ?? 'entryNumber']),
      optional: optional.map((field) => registerColumns[field]),
      others: 'ignored',
    })
    for await (const row of table.rows) {
      if (faults.length >= FAULTS) break
      const cell = cellsOf(places, row)
      const read = deathIn(cell)
      if (!read.success) {
        faults.push(...faultsOf(read.error, row.number))
        continue
      }
      faults.push(...outOfOrder(read.data, row.number, today))
      if (entries.has(read.data.entryNumber)) {
        faults.push({
          row: row.number,
          column: registerColumns.entryNumber,
          says: 'This entry stands in the file twice',
          cure: 'Keep it once',
        })
      }
      entries.add(read.data.entryNumber)
      if (cell('nhsNumber') !== '' && read.data.nhsNumber === null) numbersLeftOut++
      deaths.push(read.data)
    }
  } catch (thrown) {
    if (!(thrown instanceof TableRefusal)) throw thrown
    return {
      ok: false,
      faults: [
        { row: thrown.row ?? null, column: thrown.column ?? null, says: thrown.says, cure: thrown.cure },
      ],
    }
  }
  return faults.length > 0
    ? { ok: false, faults: faults.slice(0, FAULTS) }
    : { ok: true, deaths, numbersLeftOut }
}
