import { documentLimits } from '../document/document.ts'
import { wronglyHeld } from '../hold/hold.ts'
import type { OpenCase } from './open-case.ts'
import { MOST_SCORES } from './open-case-score.ts'
import {
  dayFaults,
  fault,
  missing,
  type OpenCaseDates,
  type OpenCaseFault,
  type Place,
  unexpected,
} from './row-fault.ts'
import { stageFaults } from './stage-faults.ts'

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
    ...documentFaultsOf(open, dates),
    ...scoreFaults(open, dates),
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

function documentFaultsOf(open: OpenCase, { today }: OpenCaseDates): OpenCaseFault[] {
  return open.documents.flatMap((document, index) => {
    const at: Place = { sheet: 'documents', row: document.row }
    const faults = dayFaults(at, 'received on', document.receivedOn, { from: null, to: today, fromIs: '' })
    if (index !== documentLimits.filesOfCase) return faults
    const most = documentLimits.filesOfCase
    return [
      ...faults,
      fault(at, 'file name', `The case has more than ${most} documents`, 'Put several papers into one file'),
    ]
  })
}

function scoreFaults(open: OpenCase, { diedOn, today }: OpenCaseDates): OpenCaseFault[] {
  return open.scores.flatMap(({ row, scoredOn }, index) => {
    const at: Place = { sheet: 'factor scores', row }
    const faults = dayFaults(at, 'scored on', scoredOn, { from: diedOn, to: today, fromIs: 'the death' })
    if (index !== MOST_SCORES) return faults
    return [
      ...faults,
      fault(at, 'score', `The case has more than ${MOST_SCORES} scores`, 'Keep those of the newest analysis'),
    ]
  })
}
