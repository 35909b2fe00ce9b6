import { addMonths, daysBetween, type PlainDate } from '@cdop/domain'
import type { MeetingTookCode, ReviewMeetingCode } from '@cdop/statistics'
import type { CaseStep } from './case-step-store.ts'

type OfMeeting = Readonly<{
  reviewMeeting: ReviewMeetingCode
  meetingTook: MeetingTookCode
  daysToMeeting: number | null
}>

const notHeld: readonly string[] = [
  'perinatal-review-served-as-the-meeting',
  'joint-agency-response-served-as-the-meeting',
  'died-abroad',
  'professionals-no-longer-reachable',
]

function took(diedOn: PlainDate, heldOn: PlainDate): MeetingTookCode {
  if (heldOn < diedOn) return 'not-known'
  if (heldOn <= addMonths(diedOn, 3)) return 'within-3'
  if (heldOn <= addMonths(diedOn, 6)) return 'within-6'
  return heldOn <= addMonths(diedOn, 12) ? 'within-12' : 'over-12'
}

/** What the steps of a case say of its review meetings: the first one held counts for the days; one that was held goes before a reason. */
export function ofReviewMeeting(steps: readonly CaseStep[], diedOn: PlainDate | null): OfMeeting {
  const held = steps.filter(({ step }) => step === 'review-meeting-held')
  const [first] = held.toSorted((one, other) => (one.happenedOn < other.happenedOn ? -1 : 1))
  if (first === undefined) {
    const reason = steps.findLast(({ step }) => step === 'review-meeting-not-held')?.code
    const known = reason === undefined ? 'none-recorded' : (notHeld.find((one) => one === reason) ?? 'other')
    return { reviewMeeting: known as ReviewMeetingCode, meetingTook: 'no-meeting', daysToMeeting: null }
  }
  const reported = steps.some(({ step }) => step === 'review-meeting-reported')
  const meetingTook = diedOn === null ? 'not-known' : took(diedOn, first.happenedOn)
  return {
    reviewMeeting: reported ? 'held-and-reported' : 'held-not-reported',
    meetingTook,
    daysToMeeting:
      diedOn === null || meetingTook === 'not-known' ? null : daysBetween(diedOn, first.happenedOn),
  }
}
