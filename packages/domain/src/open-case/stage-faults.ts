import { mayGoToNationalDatabase } from '../case/national-database.ts'
import type { OpenCase } from './open-case.ts'
import {
  dayFaults,
  fault,
  missing,
  type OpenCaseDates,
  type OpenCaseFault,
  type Place,
  unexpected,
} from './row-fault.ts'

const afterTheMeeting = [
  'review-meeting-held',
  'review-meeting-not-held',
  'listed',
  'deferred',
  'reviewed',
  'submitted',
]
const beforeThePanel = ['listed', 'deferred', 'reviewed', 'submitted']

/** A stage that what is recorded of the case does not bear out, and its own dates. */
export function stageFaults(open: OpenCase, { diedOn, today }: OpenCaseDates): OpenCaseFault[] {
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
