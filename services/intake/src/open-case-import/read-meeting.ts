import { type OpenCaseMeeting, PlainTime, ReviewMeetingKind } from '@cdop/domain'
import type { CellReader } from './sheet-reader.ts'

const time = /^([01]?\d|2[0-3]):([0-5]\d)(:\d{2})?$/

function readTime(reader: CellReader, column: string): PlainTime | null {
  const [, hours, minutes] = time.exec(reader.text(column)) ?? []
  if (hours === undefined || minutes === undefined) {
    if (reader.text(column) !== '') reader.wrong(column, 'This is no time', 'Write the time as 14:30')
    return null
  }
  return PlainTime.parse(`${hours.padStart(2, '0')}:${minutes}`)
}

/** Reads a row of the sheet of review meetings. Null when it says neither for when it was planned nor when it was held. */
export function readMeeting(reader: CellReader): OpenCaseMeeting | null {
  const heldOn = reader.date('held on')
  const plannedOn = reader.date('planned on') ?? heldOn
  if (plannedOn === null) {
    reader.wrong(
      'planned on',
      'Neither the day it was planned for nor the day it was held is there',
      'Fill in one of them',
    )
    return null
  }
  return {
    row: reader.row,
    kind: reader.oneOf('kind', ReviewMeetingKind.options) ?? 'other',
    plannedOn,
    startsAt: readTime(reader, 'starts at'),
    endsAt: readTime(reader, 'ends at'),
    place: reader.text('place').slice(0, 500),
    chairedBy: reader.text('chaired by').slice(0, 200),
    heldOn,
    last: reader.yes('last meeting'),
    reportReceivedOn: reader.date('report received on'),
  }
}
