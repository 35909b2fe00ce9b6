import {
  ChildConfirmation,
  ConfirmedBy,
  NoReviewMeetingReason,
  type OpenCase,
  OpenCaseStage,
  openCaseFaults,
  type PlainDate,
} from '@cdop/domain'
import type { Row } from '@cdop/tabular'
import type { CellFault, PlacedMapping } from '../import/map-row.ts'
import { valueClass } from '../import/value-class.ts'
import { type ReadSheets, referenceKey } from './read-sheets.ts'
import { REFERENCE } from './sheet-columns.ts'
import { type CellReader, cellReader, needed, placeOf } from './sheet-reader.ts'

/** A row of the sheet of cases with all the bundle says of it, and who confirmed the death by name. */
export type ReadOpenCase = Readonly<{ open: OpenCase; confirmation: ChildConfirmation | null }>

function readConfirmation(reader: CellReader): ChildConfirmation | null {
  const columns = ['confirmed by', 'confirmed by name', 'confirmed by organisation', 'confirmed on']
  if (columns.every((column) => reader.text(column) === '')) return null
  const by = needed(reader, 'confirmed by', reader.oneOf('confirmed by', ConfirmedBy.options))
  const on = needed(reader, 'confirmed on', reader.date('confirmed on'))
  const word = {
    by,
    on,
    time: null,
    name: reader.text('confirmed by name'),
    organisation: reader.text('confirmed by organisation'),
  }
  const read = ChildConfirmation.safeParse({ death: word, identity: word })
  if (read.success) return read.data
  for (const [column, is] of [
    ['confirmed by name', word.name],
    ['confirmed by organisation', word.organisation],
  ] as const) {
    if (is === '' || is.length > 200)
      reader.wrong(column, 'This is missing or too long', 'Fill in who confirmed the death')
  }
  return null
}

function readNotHeld(reader: CellReader): OpenCase['notHeld'] {
  const reason = reader.oneOf('no meeting because', NoReviewMeetingReason.options)
  const decidedOn = reader.date('no meeting decided on')
  if (reason === null && decidedOn === null) return null
  needed(reader, 'no meeting because', reason)
  needed(reader, 'no meeting decided on', decidedOn)
  return reason === null || decidedOn === null ? null : { reason, decidedOn }
}

/**
 * Reads what a row of the sheet of cases, and the other sheets, say of a case beside its notification, and holds it to the
 * rules of an open case. Null when there are faults.
 */
export function readOpenCase(
  { cell }: PlacedMapping,
  row: Row,
  sheets: ReadSheets,
  dates: { diedOn: PlainDate; today: PlainDate },
): { read: ReadOpenCase | null; faults: readonly CellFault[] } {
  const faults: CellFault[] = []
  const reader = cellReader('cases', row, cell, faults)
  const stage = needed(reader, 'stage', reader.oneOf('stage', OpenCaseStage.options))
  const confirmation = readConfirmation(reader)
  const oldReference = reader.text(REFERENCE)
  const gathered = sheets.cases.get(referenceKey(oldReference))
  const questions = reader
    .text('panel questions')
    .split(/[;\r\n]+/)
    .map((question) => question.trim())
    .filter((question) => question !== '')
  if (questions.length > 20 || questions.some((question) => question.length > 1000)) {
    reader.wrong(
      'panel questions',
      'These are more than 20 questions, or one is too long',
      'Shorten the cell',
    )
  }
  const read: Omit<OpenCase, 'stage' | 'requests' | 'holds' | 'meetings' | 'documents' | 'scores'> = {
    row: row.number,
    oldReference,
    confirmed: confirmation && { by: confirmation.death.by, on: confirmation.death.on },
    notHeld: readNotHeld(reader),
    panelMeetingOn: reader.date('panel meeting on'),
    panelQuestions: questions,
    reviewedOn: reader.date('reviewed on'),
    nationalSubmissionOn: reader.date('submitted on'),
  }
  // Without a reference of its own it is told as that, and nothing more can be said of it.
  if (faults.length > 0 || stage === null || gathered === undefined) return { read: null, faults }
  const open: OpenCase = { ...read, stage, ...gathered }
  for (const { sheet, row: number, column, says, cure } of openCaseFaults(open, dates)) {
    const what = sheet === 'cases' ? valueClass(cell(row, column)) : 'letters and digits'
    faults.push({ row: number, column: placeOf(sheet, column), valueClass: what, says, cure })
  }
  return { read: faults.length > 0 ? null : { open, confirmation }, faults }
}
