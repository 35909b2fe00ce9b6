import { addWorkingDays, bankHolidays, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { caseReview, caseScreen } from '../case-frame/opened-case.ts'
import { blankQuestions } from '../case-request/blank-questions.ts'
import { Entry } from '../case-request/form.ts'
import { requestOf } from '../case-request/request-of.ts'
import { readSendBack, typedSendBack } from './form.ts'
import { missingOf } from './missing.ts'
import { sendBackTitle, sendBackView } from './view.ts'

/** Working days an agency is offered for what is missing; the coordinator sets the day. */
const OFFERED_WORKING_DAYS = 10

/** Sends a form that was returned back to the agency, with what is missing and a new date. */
export const sendBackPage = personPage('/cases/:caseId/requests/:requestId/send-back', {
  permission: 'information-request:send',
  async show(visit, again) {
    const { found, read } = await requestOf(visit, { states: ['returned'] })
    const today = visit.parts.clock.today()
    const offered = blankQuestions(read.completeness)
    return caseScreen(visit, found, {
      title: sendBackTitle,
      current: '/requests',
      backLink: `/cases/${found.caseId}/requests/${read.informationRequestId}`,
      main: sendBackView({
        hidden: visit.formFields,
        entry: read.entry ?? 1,
        organisationName: read.organisationName,
        offered,
        typed:
          again === null
            ? {
                questions: offered.filter(({ critical }) => critical).map(({ value }) => value),
                note: '',
                answerBy: datePartsOf(addWorkingDays(today, OFFERED_WORKING_DAYS, bankHolidays)),
              }
            : typedSendBack(again.form),
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { found, read } = await requestOf(visit)
    const { informationRequestId, completeness } = read
    const shown = Entry.safeParse(form.text('_entry'))
    if (!shown.success) throw new Refusal('unreadable')
    // What came since is for somebody to read first.
    if (shown.data !== (read.entry ?? 1)) throw new Refusal('stale')
    const offered = blankQuestions(completeness)
    const today = visit.parts.clock.today()
    const typed = readSendBack(typedSendBack(form), { offered: offered.map(({ value }) => value), today })
    if (!typed.ok) return new Problems(typed.errors)
    const { questions, note, answerBy } = typed.value
    await caseReview(visit).returnedForm.sendBack.mutate({
      areaId: visit.areaId,
      informationRequestId,
      entry: shown.data,
      missing: { questions: missingOf(questions), note: note === '' ? null : note },
      answerBy,
      key: form.key,
    })
    return new GoTo(`/cases/${found.caseId}/requests/${informationRequestId}`)
  },
})
