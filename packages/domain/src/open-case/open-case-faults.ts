import { mayGoToNationalDatabase } from '../case/national-database.ts'
import { wronglyHeld } from '../hold/hold.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'
import type { BundleSheet, OpenCase } from './open-case.ts'

/** What is wrong with a row of a bundle: never what stands in it. */
export type OpenCaseFault = Readonly<{
  sheet: BundleSheet
  row: number
  column: string
  says: string
  cure: string
}>

/** What the dates of a case are held against. */
export type OpenCaseDates = Readonly<{ diedOn: PlainDate; today: PlainDate }>

type Place = Readonly<{ sheet: BundleSheet; row: number }>

const afterTheMeeting = [
  'review-meeting-held',
  'review-meeting-not-held',
  'listed',
  'deferred',
  'reviewed',
  'submitted',
]
const beforeThePanel = ['listed', 'deferred', 'reviewed', 'submitted']

/**
 * Everything that keeps a case from coming in as a bundle has it: dates that are out of order or to come, and a stage that
 * what is recorded of the case does not bear out. What comes in could have happened here, step by step.
 */
export function openCaseFaults(open: OpenCase, dates: OpenCaseDates): OpenCaseFault[] {
  return [
    ...stageFaults(open, dates),
    ...requestFaults(open, dates),
    ...holdFaults(open, dates),
    ...meetingFaults(open, dates),
  ]
}

const fault = (at: Place, column: string, says: string, cure: string): OpenCaseFault => ({
  ...at,
  column,
  says,
  cure,
})

/** A day that has to be between two others; null is no day. */
function dayFaults(
  at: Place,
  column: string,
  day: PlainDate | null,
  { from, to, fromIs }: { from: PlainDate | null; to: PlainDate | null; fromIs: string },
): OpenCaseFault[] {
  if (day === null) return []
  if (to !== null && day > to) return [fault(at, column, 'This day is in the future', 'Correct the date')]
  if (from !== null && day < from) {
    return [fault(at, column, `This day is before ${fromIs}`, 'Put the dates in order, or correct them')]
  }
  return []
}

function missing(at: Place, column: string, stage: string): OpenCaseFault {
  return fault(
    at,
    column,
    `A case that is ${stage.replaceAll('-', ' ')} needs this`,
    'Fill in the cell, or correct the stage',
  )
}

function unexpected(at: Place, column: string): OpenCaseFault {
  return fault(
    at,
    column,
    'The case has not come so far by its stage',
    'Correct the stage, or empty the cell',
  )
}

function stageFaults(open: OpenCase, { diedOn, today }: OpenCaseDates): OpenCaseFault[] {
  const at: Place = { sheet: 'cases', row: open.row }
  const { stage } = open
  const held = open.meetings.some(({ heldOn, last }) => heldOn !== null && last)
  const faults: OpenCaseFault[] = []
  const lacks = (is: boolean, column: string) => {
    if (is) faults.push(missing(at, column, stage))
  }
  const exceeds = (is: boolean, column: string) => {
    if (is) faults.push(unexpected(at, column))
  }
  const past = afterTheMeeting.includes(stage)
  lacks(stage === 'review-meeting-held' && !held, 'last meeting')
  lacks(stage === 'review-meeting-not-held' && open.notHeld === null, 'no meeting because')
  lacks(past && !held && open.notHeld === null, 'no meeting because')
  exceeds(!past && held, 'stage')
  exceeds(!past && open.notHeld !== null, 'no meeting because')
  if (held && open.notHeld !== null) {
    faults.push(fault(at, 'no meeting because', 'A review meeting was held as well', 'Keep one of the two'))
  }
  const panel = beforeThePanel.includes(stage)
  lacks(panel && open.panelMeetingOn === null, 'panel meeting on')
  exceeds(!panel && open.panelMeetingOn !== null, 'panel meeting on')
  lacks(stage === 'deferred' && open.panelQuestions.length === 0, 'panel questions')
  exceeds(stage !== 'deferred' && open.panelQuestions.length > 0, 'panel questions')
  const waiting = open.holds.some(({ until, stages }) => until === null && stages.includes('panel'))
  if (waiting && panel && stage !== 'deferred') {
    faults.push(
      fault(
        at,
        'stage',
        'The case waits for something that keeps the panel waiting',
        'End the hold, or correct the stage',
      ),
    )
  }
  const reviewed = stage === 'reviewed' || stage === 'submitted'
  lacks(reviewed && open.reviewedOn === null, 'reviewed on')
  exceeds(!reviewed && open.reviewedOn !== null, 'reviewed on')
  lacks(stage === 'submitted' && open.nationalSubmissionOn === null, 'submitted on')
  exceeds(stage !== 'submitted' && open.nationalSubmissionOn !== null, 'submitted on')
  if (open.nationalSubmissionOn !== null && !mayGoToNationalDatabase(open)) {
    faults.push(
      fault(
        at,
        'submitted on',
        'The case was reviewed before the national database began, so it was never submitted to it',
        'Correct the dates, or give the case the stage “reviewed”',
      ),
    )
  }
  lacks(stage === 'submitted' && open.confirmed === null, 'confirmed by')
  if (open.requests.length > 0 && open.confirmed === null) {
    faults.push(
      fault(
        at,
        'confirmed by',
        'Agencies were asked, so it has to be said who confirmed the death and who the child is',
        'Fill in who confirmed it and on which day',
      ),
    )
  }
  const ended =
    open.meetings.find(({ heldOn, last }) => heldOn !== null && last)?.heldOn ??
    open.notHeld?.decidedOn ??
    null
  return [
    ...faults,
    ...dayFaults(at, 'confirmed on', open.confirmed?.on ?? null, {
      from: diedOn,
      to: today,
      fromIs: 'the death',
    }),
    ...dayFaults(at, 'no meeting decided on', open.notHeld?.decidedOn ?? null, {
      from: diedOn,
      to: today,
      fromIs: 'the death',
    }),
    ...dayFaults(at, 'panel meeting on', open.panelMeetingOn, {
      from: ended ?? diedOn,
      to: stage === 'listed' ? null : today,
      fromIs: 'the review meeting, or the day it was decided to hold none',
    }),
    ...dayFaults(at, 'reviewed on', open.reviewedOn, {
      from: open.panelMeetingOn,
      to: today,
      fromIs: 'the meeting of the panel',
    }),
    ...(open.reviewedOn !== null && open.panelMeetingOn !== null && open.reviewedOn > open.panelMeetingOn
      ? [
          fault(
            at,
            'reviewed on',
            'This is not the day on which the panel met',
            'Make both the day of the decision',
          ),
        ]
      : []),
    ...dayFaults(at, 'submitted on', open.nationalSubmissionOn, {
      from: open.reviewedOn,
      to: today,
      fromIs: 'the review',
    }),
  ]
}

function requestFaults(open: OpenCase, { diedOn, today }: OpenCaseDates): OpenCaseFault[] {
  return open.requests.flatMap((request) => {
    const at: Place = { sheet: 'requests', row: request.row }
    const { askedOn, dueOn, chasedOn, outcome, answeredOn, returned } = request
    const faults: OpenCaseFault[] = []
    if (outcome !== 'open' && answeredOn === null) faults.push(missing(at, 'answered on', outcome))
    if (outcome === 'open' && answeredOn !== null) faults.push(unexpected(at, 'answered on'))
    if (outcome !== 'returned' && returned.length > 0) {
      faults.push(fault(at, 'outcome', 'A form was returned for this request', 'Write “returned”'))
    }
    if (chasedOn.some((day, index) => day <= (chasedOn[index - 1] ?? '0000'))) {
      faults.push(
        fault(
          at,
          'chased on',
          'The days are not in order, or one is there twice',
          'Put each day once, the first first',
        ),
      )
    }
    const kinds = returned.flatMap(({ form }) => form ?? [])
    if (new Set(kinds).size < kinds.length) {
      faults.push(
        fault(at, 'agency', 'One form was returned twice for this request', 'Keep the newest of them'),
      )
    }
    return [
      ...faults,
      ...dayFaults(at, 'asked on', askedOn, { from: diedOn, to: today, fromIs: 'the death' }),
      ...dayFaults(at, 'due on', dueOn, { from: askedOn, to: null, fromIs: 'the day of the request' }),
      ...dayFaults(at, 'chased on', chasedOn[0] ?? null, {
        from: askedOn,
        to: today,
        fromIs: 'the day of the request',
      }),
      ...dayFaults(at, 'chased on', chasedOn.at(-1) ?? null, { from: null, to: today, fromIs: '' }),
      ...dayFaults(at, 'answered on', answeredOn, {
        from: askedOn,
        to: today,
        fromIs: 'the day of the request',
      }),
      ...returned.flatMap((form) =>
        dayFaults({ sheet: 'returned forms', row: form.row }, 'returned on', form.returnedOn, {
          from: askedOn,
          to: today,
          fromIs: 'the day of the request',
        }),
      ),
    ]
  })
}

function holdFaults(open: OpenCase, { diedOn, today }: OpenCaseDates): OpenCaseFault[] {
  const going = new Set<string>()
  return open.holds.flatMap((hold) => {
    const at: Place = { sheet: 'holds', row: hold.row }
    const faults: OpenCaseFault[] = []
    if (wronglyHeld(hold.reason, hold.stages).length > 0) {
      faults.push(
        fault(
          at,
          'keeps waiting',
          'This reason does not keep these stages waiting',
          'Write “review meeting”, “panel” or both, as the reason allows',
        ),
      )
    }
    if (hold.until === null) {
      if (going.has(hold.reason)) {
        faults.push(
          fault(at, 'reason', 'The case waits for this already, in another row', 'Keep one row, or end one'),
        )
      }
      going.add(hold.reason)
      for (const [column, is] of [
        ['contact', hold.contact.trim() === ''],
        ['last confirmed on', hold.confirmedOn === null],
        ['next check on', hold.nextCheckOn === null],
      ] as const) {
        if (is)
          faults.push(
            fault(at, column, 'A hold that goes on needs this', 'Fill in the cell, or end the hold'),
          )
      }
    }
    return [
      ...faults,
      ...dayFaults(at, 'began on', hold.from, { from: diedOn, to: today, fromIs: 'the death' }),
      ...dayFaults(at, 'ended on', hold.until, {
        from: hold.from,
        to: today,
        fromIs: 'the beginning of the hold',
      }),
      ...dayFaults(at, 'last confirmed on', hold.confirmedOn, {
        from: hold.from,
        to: today,
        fromIs: 'the beginning of the hold',
      }),
      ...(hold.nextCheckOn !== null && hold.confirmedOn !== null && hold.nextCheckOn <= hold.confirmedOn
        ? [fault(at, 'next check on', 'This day is not after the last check', 'Put a later day')]
        : []),
    ]
  })
}

function meetingFaults(open: OpenCase, { diedOn, today }: OpenCaseDates): OpenCaseFault[] {
  const ended = open.meetings.filter(({ heldOn, last }) => heldOn !== null && last)
  return open.meetings.flatMap((meeting) => {
    const at: Place = { sheet: 'review meetings', row: meeting.row }
    const faults: OpenCaseFault[] = []
    if (meeting.last && meeting.heldOn === null) {
      faults.push(
        fault(at, 'last meeting', 'It has not been held', 'Empty the cell, or fill in the day it was held'),
      )
    }
    if (ended.length > 1 && ended[0] !== meeting && meeting.last) {
      faults.push(fault(at, 'last meeting', 'Another meeting of the case was the last', 'Mark one of them'))
    }
    if ((meeting.startsAt === null) !== (meeting.endsAt === null)) {
      faults.push(fault(at, 'ends at', 'Only one of the two times is there', 'Fill in both or none'))
    } else if (meeting.startsAt !== null && meeting.endsAt !== null && meeting.endsAt <= meeting.startsAt) {
      faults.push(fault(at, 'ends at', 'The meeting ends before it begins', 'Correct the times'))
    }
    if (meeting.reportReceivedOn !== null && meeting.heldOn === null)
      faults.push(unexpected(at, 'report received on'))
    return [
      ...faults,
      ...dayFaults(at, 'planned on', meeting.plannedOn, { from: diedOn, to: null, fromIs: 'the death' }),
      ...dayFaults(at, 'held on', meeting.heldOn, { from: diedOn, to: today, fromIs: 'the death' }),
      ...dayFaults(at, 'report received on', meeting.reportReceivedOn, {
        from: meeting.heldOn,
        to: today,
        fromIs: 'the meeting',
      }),
    ]
  })
}
