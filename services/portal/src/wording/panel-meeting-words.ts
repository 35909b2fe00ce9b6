import { type CancelMeetingReason, lengthOfMeeting, type MeetingStage, type PlainTime } from '@cdop/domain'

/** How far a meeting is. */
export const meetingStageWords: Readonly<Record<MeetingStage, string>> = {
  planned: 'Planned',
  'agenda-set': 'Cases on the agenda',
  held: 'Held',
  cancelled: 'Cancelled',
}

/** Why a meeting is called off. */
export const cancelReasonWords: Readonly<Record<CancelMeetingReason, string>> = {
  'not-quorate': 'The panel would not be quorate',
  'no-chair': 'Nobody can chair it',
  'no-cases-ready': 'No case is ready',
  'members-away': 'Members are away',
  'place-not-to-be-had': 'The place is not to be had',
  'arranged-by-mistake': 'It was arranged by mistake',
}

/** "1 hour 40 minutes". */
export function writtenMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const said = [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} ${rest === 1 ? 'minute' : 'minutes'}`] : []),
  ]
  return said.join(' ')
}

/** How the minutes of an agenda stand to the length of its meeting. */
export function agendaLengthWords(
  minutes: readonly number[],
  meeting: { startsAt: PlainTime | null; endsAt: PlainTime | null },
): string {
  const sum = minutes.reduce((total, one) => total + one, 0)
  const { startsAt, endsAt } = meeting
  const all = `The cases take ${writtenMinutes(sum)}`
  if (startsAt === null || endsAt === null) return `${all}. Nobody has said yet how long the meeting is.`
  const length = lengthOfMeeting({ startsAt, endsAt })
  const of = `of the ${writtenMinutes(length)} of the meeting`
  return sum > length
    ? `${all} ${of}: ${writtenMinutes(sum - length)} too long.`
    : `${all} ${of}. ${writtenMinutes(length - sum)} are left.`
}
