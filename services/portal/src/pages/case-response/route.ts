import { type CaseId, mayGather, Refusal, ResponseId, ResponseMeetingId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, type Posted, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseIdOf, caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { checkedOf, noCheck, readCheck, typedCheck } from '../response-record/form.ts'
import { checkForm, reviewMeetingForm } from '../response-record/record-forms.ts'
import { namesOf } from '../response-record/route.ts'
import { recordView, type ShownMeeting, type ShownRecord } from '../response-record/view.ts'

/** The case with case-review's word that this person may see it, which intake asks for. @throws Refusal `not-found` */
async function openedWithPass(visit: PersonVisit) {
  const found = await openedCase(visit, { asked: true })
  if (found.pass === null) throw new Refusal('not-found')
  return { found, pass: found.pass }
}

/** Tells the fields of the nth response of a merged case from those of the first. */
const suffixOf = (nth: number) => (nth === 0 ? '' : `-${nth + 1}`)

const isHeldDiscussion = ({ kind, state }: ShownMeeting) => kind === 'final-discussion' && state === 'held'

/** The final discussions of which a review meeting was recorded. Asked only where there is one. */
async function recordedDiscussions(visit: PersonVisit, caseId: CaseId, records: readonly ShownRecord[]) {
  if (!records.some(({ meetings }) => meetings.some(isHeldDiscussion))) return new Set<string>()
  const asked = { areaId: visit.areaId, caseId }
  const { meetings } = await caseReview(visit).reviewMeeting.list.query(asked)
  return new Set(meetings.flatMap(({ responseMeetingId }) => responseMeetingId ?? []).map(String))
}

async function recordAsReviewMeeting(visit: PersonVisit, form: PostedForm): Promise<Posted> {
  if (!visit.mayDo('review-meeting:record')) throw new Refusal('forbidden')
  const caseId = caseIdOf(visit)
  const responseMeetingId = ResponseMeetingId.safeParse(form.text('responseMeeting'))
  if (!responseMeetingId.success) throw new Refusal('unreadable')
  const last = form.text('last')
  if (last !== 'yes' && last !== 'no') {
    const text = 'Select yes if no other review meeting is expected'
    return new Problems([{ text, href: `#last${form.text('suffix')}` }])
  }
  const { reviewMeetingId } = await caseReview(visit).reviewMeeting.recordFromResponse.mutate({
    areaId: visit.areaId,
    caseId,
    responseMeetingId: responseMeetingId.data,
    last: last === 'yes',
    key: form.key,
  })
  return new GoTo(`/cases/${caseId}/review-meeting/${reviewMeetingId}`)
}

/** What joint agency responses recorded of a case: to read, and for the designated doctor to check. */
export const caseResponsePage = personPage('/cases/:caseId/response', {
  permission: 'case:read',
  async show(visit, again) {
    if (!visit.mayDo('response:oversee')) throw new Refusal('not-found')
    const { found, pass } = await openedWithPass(visit)
    const { caseId } = found
    const { responseRecord } = visit.call<IntakeRouter>('intake')
    const records = await responseRecord.ofCase.query({ areaId: visit.areaId, caseId, pass })
    const nameOf = await namesOf(visit)
    const recorded = await recordedDiscussions(visit, caseId, records)
    const held = records.flatMap(({ meetings }) => meetings).filter(isHeldDiscussion)
    const mayRecord = visit.mayDo('review-meeting:record') && mayGather(found.state)
    const besideDiscussion = (meeting: ShownMeeting) => {
      if (!isHeldDiscussion(meeting)) return null
      const { responseMeetingId } = meeting
      if (recorded.has(responseMeetingId)) {
        return html`<p class="govuk-body">It is recorded as a review meeting of this case.</p>`
      }
      const asked = { hidden: visit.formFields, errors: again?.errors ?? [] }
      return mayRecord ? reviewMeetingForm(asked, responseMeetingId, suffixOf(held.indexOf(meeting))) : null
    }
    const errors = again?.errors ?? []
    const meant = again?.form.text('response')
    return caseScreen(visit, found, {
      title: 'Joint agency response',
      current: '/response',
      main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Joint agency response</h1>
${records.length === 0 && html`<p class="govuk-body">No joint agency response is recorded for this case.</p>`}
${records.map((record, nth) => {
  const { responseId } = record
  const typed = again && meant === responseId ? typedCheck(again.form) : noCheck
  const asked = { hidden: visit.formFields, errors: meant === responseId ? errors : [] }
  const may = visit.mayDo('response:check') && record.startedAt !== null
  return recordView({
    record,
    nameOf,
    base: null,
    finish: () => null,
    add: null,
    begin: null,
    check: may
      ? checkForm(asked, typed, { responseId, checked: record.checks.length, suffix: suffixOf(nth) })
      : null,
    beside: (meeting) => besideDiscussion(meeting),
  })
})}
</div></div>`,
    })
  },
  async post(visit, form) {
    if (form.action === 'review-meeting') return recordAsReviewMeeting(visit, form)
    if (form.action !== 'check') throw new Refusal('unreadable')
    const { found, pass } = await openedWithPass(visit)
    const responseId = ResponseId.safeParse(form.text('response'))
    if (!responseId.success) throw new Refusal('unreadable')
    const read = readCheck(typedCheck(form))
    if (!read.ok) {
      const suffix = form.text('suffix')
      return new Problems(read.errors.map(({ text, href }) => ({ text, href: `${href}${suffix}` })))
    }
    const { responseRecord } = visit.call<IntakeRouter>('intake')
    await responseRecord.check.mutate({
      areaId: visit.areaId,
      responseId: responseId.data,
      // The pass says that the case is not.
      withheld: [],
      pass,
      key: form.key,
      checked: checkedOf(form),
      ...read.value,
    })
    return new GoTo(`/cases/${found.caseId}/response`)
  },
})
