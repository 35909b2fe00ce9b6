import {
  BundleSheet,
  HeldStage,
  HoldReason,
  keepsWaiting,
  OdsCode,
  type OpenCase,
  type OpenCaseHold,
  type OpenCaseRequest,
  OrganisationKind,
  type PlainDate,
} from '@cdop/domain'
import { type Bundle, columnKey, placeColumns, type Row, TableRefusal } from '@cdop/tabular'
import { z } from 'zod'
import type { CellFault } from '../import/map-row.ts'
import { documentReader } from './read-document.ts'
import { readMeeting } from './read-meeting.ts'
import { type AnswerColumn, readReturn } from './read-return.ts'
import { readScore } from './read-score.ts'
import { caseColumns, REFERENCE, sheetColumns } from './sheet-columns.ts'
import { type CellReader, cellReader, needed, placeOf } from './sheet-reader.ts'

/** What the other sheets of a bundle say of one case. */
type Gathered = Pick<OpenCase, 'requests' | 'holds' | 'meetings' | 'documents' | 'scores'>

/** What the other sheets say, by the old reference of the case, and what is wrong with them. */
export type ReadSheets = Readonly<{ cases: ReadonlyMap<string, Gathered>; faults: readonly CellFault[] }>

/** Two references are one when they differ in case, spaces or signs only. */
export const referenceKey = (reference: string): string => columnKey(reference)

const Email = z.email().max(254)

/**
 * Reads every sheet of a bundle but that of the cases, and holds each row to the case it names. All of it is in memory at
 * once, within the limits the bundle was opened with.
 */
export async function readSheets(bundle: Bundle): Promise<ReadSheets> {
  const faults: CellFault[] = []
  const cases = await referencesOf(bundle, faults)
  const requestsAt = new Map<string, OpenCaseRequest[]>()
  const readDocument = documentReader()
  for (const sheet of BundleSheet.options) {
    const open = bundle.sheets.get(sheet)
    if (open === undefined || sheet === 'cases') continue
    for await (const { row, cell, others } of rowsOf(sheet, open)) {
      const reader = cellReader(sheet, row, cell, faults)
      const gathered = cases.get(referenceKey(reader.text(REFERENCE)))
      if (gathered === undefined) {
        reader.wrong(
          REFERENCE,
          'No row of the sheet of cases has this reference',
          'Add the case, or remove the row',
        )
        continue
      }
      if (sheet === 'requests') {
        const request = readRequest(reader)
        if (request === null) continue
        gathered.requests.push(request)
        const key = agencyKey(reader.text(REFERENCE), request.agency.name)
        requestsAt.set(key, [...(requestsAt.get(key) ?? []), request])
      } else if (sheet === 'returned forms') {
        addReturn(reader, row, others, requestsAt)
      } else if (sheet === 'holds') {
        const hold = readHold(reader)
        if (hold !== null) gathered.holds.push(hold)
      } else if (sheet === 'review meetings') {
        const meeting = readMeeting(reader)
        if (meeting !== null) gathered.meetings.push(meeting)
      } else if (sheet === 'documents') {
        const document = readDocument(reader)
        if (document !== null) gathered.documents.push(document)
      } else {
        const score = readScore(reader)
        if (score !== null) gathered.scores.push(score)
      }
    }
  }
  return { cases, faults }
}

const agencyKey = (reference: string, agency: string) => `${referenceKey(reference)}/${columnKey(agency)}`

/** The cases of a bundle by their references, nothing gathered yet. */
async function referencesOf(bundle: Bundle, faults: CellFault[]): Promise<Map<string, Gathered>> {
  const cases = new Map<string, Gathered>()
  const open = bundle.sheets.get('cases')
  if (open === undefined) throw new TableRefusal('missing-sheet', { column: 'cases' })
  const table = await open()
  const place = placeColumns(table.columns, { required: caseColumns.required, others: 'ignored' }).get(
    REFERENCE,
  )
  for await (const row of table.rows) {
    const reference = (row.cells[place ?? 0] ?? '').trim()
    const key = referenceKey(reference)
    const fault = {
      row: row.number,
      column: placeOf('cases', REFERENCE),
      valueClass: 'letters and digits' as const,
    }
    if (key === '' || reference.length > 60) {
      faults.push({
        ...fault,
        valueClass: key === '' ? 'blank' : 'long text',
        says: 'The reference the case had is missing or longer than 60 characters',
        cure: 'Fill in the reference by which the other sheets name the case',
      })
    } else if (cases.has(key)) {
      faults.push({
        ...fault,
        says: 'Another row has the same reference',
        cure: 'Keep one row for each case',
      })
    }
    if (!cases.has(key)) cases.set(key, { requests: [], holds: [], meetings: [], documents: [], scores: [] })
  }
  return cases
}

type Placed = { row: Row; cell: (row: Row, column: string) => string; others: readonly AnswerColumn[] }

/** The rows of a sheet; none of one that has only its headings, or is blank. */
async function* rowsOf(
  sheet: Exclude<BundleSheet, 'cases'>,
  open: NonNullable<ReturnType<Bundle['sheets']['get']>>,
): AsyncGenerator<Placed> {
  try {
    const table = await open()
    const asked = sheetColumns[sheet]
    const others = sheet === 'returned forms' ? 'ignored' : 'refused'
    const places = placeColumns(table.columns, { ...asked, others })
    const known = new Set(places.values())
    const answers = table.columns.flatMap((heading, index) => (known.has(index) ? [] : [{ index, heading }]))
    const cell = (row: Row, column: string) => {
      const place = places.get(column)
      return place === undefined ? '' : (row.cells[place] ?? '').trim()
    }
    for await (const row of table.rows) yield { row, cell, others: answers }
  } catch (thrown) {
    if (!(thrown instanceof TableRefusal)) throw thrown
    if (thrown.fault === 'no-rows' || thrown.fault === 'empty') return
    const at = thrown.column === undefined ? sheet : placeOf(sheet, thrown.column)
    throw new TableRefusal(thrown.fault, { column: at, ...(thrown.row !== undefined && { row: thrown.row }) })
  }
}

function readRequest(reader: CellReader): OpenCaseRequest | null {
  const name = reader.text('agency')
  if (name === '' || name.length > 200) {
    reader.wrong('agency', 'The agency is missing or its name too long', 'Write the name of the agency')
    return null
  }
  const kind = needed(reader, 'agency kind', reader.oneOf('agency kind', OrganisationKind.options))
  const askedOn = needed(reader, 'asked on', reader.date('asked on'))
  const answeredOn = reader.date('answered on')
  const outcome = reader.oneOf('outcome', ['open', 'returned', 'nothing-known'] as const)
  const ods = reader.text('agency ods code')
  const odsCode = OdsCode.safeParse(ods)
  if (ods !== '' && !odsCode.success)
    reader.wrong('agency ods code', 'This is no ODS code', 'Correct or empty the cell')
  const mailbox = reader.text('agency mailbox')
  const email = Email.safeParse(mailbox)
  if (mailbox !== '' && !email.success) {
    reader.wrong('agency mailbox', 'This is no email address', 'Write one address, as name@example.nhs.uk')
  }
  if (kind === null || askedOn === null) return null
  return {
    row: reader.row,
    agency: { name, kind, odsCode: odsCode.data ?? null, email: email.data ?? null },
    askedOn,
    dueOn: reader.date('due on'),
    chasedOn: reader.dates('chased on').slice(0, 40),
    outcome: outcome ?? (answeredOn === null ? 'open' : 'returned'),
    answeredOn,
    returned: [],
  }
}

/** A returned form belongs to the request of that agency; of that day, where it was asked more than once. */
function addReturn(
  reader: CellReader,
  row: Row,
  columns: readonly AnswerColumn[],
  requestsAt: ReadonlyMap<string, OpenCaseRequest[]>,
): void {
  const asked: PlainDate | null = reader.date('asked on')
  const found = (requestsAt.get(agencyKey(reader.text(REFERENCE), reader.text('agency'))) ?? []).filter(
    ({ askedOn }) => asked === null || askedOn === asked,
  )
  const returned = readReturn(reader, row, columns)
  const [request, second] = found
  if (request === undefined || second !== undefined) {
    reader.wrong(
      'agency',
      request === undefined
        ? 'No request of the case went to this agency on this day'
        : 'The agency was asked more than once',
      'Name the agency as the sheet of requests does, with the day it was asked',
    )
  } else if (returned !== null) request.returned.push(returned)
}

function readHold(reader: CellReader): OpenCaseHold | null {
  const reason = needed(reader, 'reason', reader.oneOf('reason', HoldReason.options))
  const from = needed(reader, 'began on', reader.date('began on'))
  const stages = reader.severalOf('keeps waiting', HeldStage.options)
  if (reason === null || from === null) return null
  const keeps = keepsWaiting[reason]
  const usual = HeldStage.options.filter((stage) => keeps[stage] === 'always')
  return {
    row: reader.row,
    reason,
    stages: reader.text('keeps waiting') === '' ? usual : stages,
    from,
    until: reader.date('ended on'),
    contact: reader.text('contact').slice(0, 500),
    confirmedOn: reader.date('last confirmed on'),
    nextCheckOn: reader.date('next check on'),
  }
}
