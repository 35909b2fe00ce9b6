import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { typedDate } from '../../typed-form/typed-date.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { readSubmissionDate } from './form.ts'
import { caseCloseView } from './view.ts'

/** The last stage of a case. */
export const caseClosePage = personPage('/cases/:caseId/close', {
  permission: 'case:close',
  async show(visit, again) {
    const found = await openedCase(visit)
    return caseScreen(visit, found, {
      title: 'National submission',
      current: '/close',
      main: caseCloseView({
        hidden: visit.formFields,
        found,
        mayClose: visit.mayDo('case:close'),
        typed: again ? typedDate(again.form, 'submittedOn') : { day: '', month: '', year: '' },
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { caseId, reviewedOn } = await openedCase(visit)
    const read = readSubmissionDate(form, visit.parts.clock.today(), reviewedOn)
    if (!read.ok) return new Problems(read.errors)
    await caseReview(visit).case.close.mutate({
      areaId: visit.areaId,
      caseId,
      nationalSubmissionOn: read.value.submittedOn,
      key: form.key,
    })
    return new GoTo(`/cases/${caseId}`)
  },
})
