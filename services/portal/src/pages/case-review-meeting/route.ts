import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { typedDate } from '../../typed-form/typed-date.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { readReviewMeeting } from './form.ts'
import { reviewMeetingView } from './view.ts'

const noDate = { day: '', month: '', year: '' }

/** The review meeting stage of a case. */
export const caseReviewMeetingPage = personPage('/cases/:caseId/review-meeting', {
  permission: 'case:read',
  async show(visit, again) {
    const found = await openedCase(visit)
    const { meetings, familyQuestions } = await caseReview(visit).reviewMeeting.list.query({
      areaId: visit.areaId,
      caseId: found.caseId,
    })
    const typed = again
      ? {
          reason: again.form.text('reason'),
          note: again.form.text('note'),
          decidedOn: typedDate(again.form, 'decidedOn'),
        }
      : { reason: '', note: '', decidedOn: noDate }
    return caseScreen(visit, found, {
      title: 'Review meeting',
      current: '/review-meeting',
      main: reviewMeetingView({
        hidden: visit.formFields,
        found,
        meetings,
        familyQuestions,
        mayRecord: visit.mayDo('review-meeting:record'),
        typed,
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('review-meeting:record')) throw new Refusal('forbidden')
    const { caseId, diedOn } = await openedCase(visit)
    const read = readReviewMeeting(form, visit.parts.clock.today(), diedOn)
    if (!read.ok) return new Problems(read.errors)
    const { reason, note, decidedOn } = read.value
    await caseReview(visit).reviewMeeting.recordNotHeld.mutate({
      areaId: visit.areaId,
      caseId,
      reason,
      decidedOn,
      key: form.key,
      ...(note !== '' && { note }),
    })
    return new GoTo(`/cases/${caseId}`)
  },
})
