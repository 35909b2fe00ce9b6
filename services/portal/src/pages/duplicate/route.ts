import { DuplicateReviewId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit, Visit } from '../../page/visit.ts'
import { passForAll } from '../duplicates/admitted.ts'
import { duplicatesTitle } from '../duplicates/view.ts'
import { authorityName } from '../record-notification/authorities.ts'
import { readDecision, readProposal } from './form.ts'
import { duplicateView } from './view.ts'

function reviewIdOf(visit: Pick<Visit, 'param'>): DuplicateReviewId {
  const read = DuplicateReviewId.safeParse(visit.param('reviewId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** The review as it may be shown: nothing of it to somebody who may not see one of its cases. */
async function readReview(visit: PersonVisit, reviewId: DuplicateReviewId) {
  const { duplicateReview } = visit.call<IntakeRouter>('intake')
  const asked = { areaId: visit.areaId, reviewId }
  const bare = await duplicateReview.read.query(asked)
  const given = await passForAll(
    visit,
    bare.records.map(({ passFor }) => passFor),
  )
  const review = given.pass === undefined ? bare : await duplicateReview.read.query({ ...asked, ...given })
  return { review, given }
}

/** Two records that may be of one child: compared, decided, and proposed to be merged. */
export const duplicatePage = personPage('/duplicates/:reviewId', {
  permission: 'duplicate-review:read',
  async show(visit, again) {
    const { review } = await readReview(visit, reviewIdOf(visit))
    const areas = await visit.own.area.list()
    const { transfer } = visit.call<IntakeRouter>('intake')
    const others = review.elsewhere === null ? [] : await transfer.areas.query({ areaId: visit.areaId })
    return {
      title: 'Are these records of the same child?',
      section: duplicatesTitle,
      backLink: '/duplicates',
      main: duplicateView({
        hidden: visit.formFields,
        review,
        mayDecide: visit.mayDo('duplicate-review:decide'),
        mayPropose: visit.mayDo('merge:propose'),
        elsewhereName: others.find(({ areaId }) => areaId === review.elsewhere)?.name ?? null,
        mayTransfer: visit.mayDo('transfer:request'),
        errors: again?.errors ?? [],
        answerOf: (linkId, answer) => (linkId === 'local-authority' ? authorityName(areas, answer) : answer),
      }),
    }
  },
  async post(visit, form) {
    const reviewId = reviewIdOf(visit)
    const { review, given } = await readReview(visit, reviewId)
    const { duplicateReview, merge } = visit.call<IntakeRouter>('intake')
    const asked = { areaId: visit.areaId, reviewId, key: form.key, ...given }
    if (form.action === 'decide') {
      if (!visit.mayDo('duplicate-review:decide')) throw new Refusal('forbidden')
      const read = readDecision(form)
      if (!read.ok) return new Problems(read.errors)
      await duplicateReview.decide.mutate({ ...asked, ...read.value })
      return new GoTo(`/duplicates/${reviewId}`)
    }
    if (form.action !== 'propose') throw new Refusal('unreadable')
    if (!visit.mayDo('merge:propose')) throw new Refusal('forbidden')
    const [one, other] = review.records
    if (one === undefined || other === undefined) throw new Refusal('not-found')
    const read = readProposal(form, [one.notificationId, other.notificationId])
    if (!read.ok) return new Problems(read.errors)
    const { mergeId } = await merge.propose.mutate({ ...asked, ...read.value })
    return new GoTo(`/merges/${mergeId}`)
  },
})
