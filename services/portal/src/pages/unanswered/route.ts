import type { CaseReviewRouter } from '@cdop/case-review/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { noGap, readGap, typedGap } from './form.ts'
import { unansweredTitle, unansweredView } from './view.ts'

/** For chair and designated doctor: agencies nobody can get an answer from, and the decision to go on without one. */
export const unansweredPage = personPage('/unanswered', {
  permission: 'gap:record',
  place: {
    text: unansweredTitle,
    says: 'Decide whether a review goes on without what an agency knew, once every step to get it was taken.',
  },
  async show(visit, again) {
    const { areaId } = visit
    const { rows } = await visit.call<CaseReviewRouter>('case-review').gap.unanswered.query({ areaId })
    return {
      title: unansweredTitle,
      main: unansweredView({
        hidden: visit.formFields,
        rows,
        typed: again ? typedGap(again.form) : noGap,
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readGap(form)
    if (!read.ok) return new Problems(read.errors)
    const { request: informationRequestId, ...decided } = read.value
    await visit.call<CaseReviewRouter>('case-review').gap.record.mutate({
      areaId: visit.areaId,
      informationRequestId,
      key: form.key,
      ...decided,
    })
    return new GoTo('/unanswered')
  },
})
