import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type CaseId, isUnderWay, Refusal } from '@cdop/domain'
import type { CaseGround } from './case-ground.ts'
import { eventually } from './eventually.ts'

/** What an area's people tell the national database. */
export function nationalSteps({ client, areaId, coordinator, keyOf }: CaseGround) {
  const ofCaseReview = async () =>
    (await client.onBehalfOf(coordinator)).to<CaseReviewRouter>('case-review').nationalSubmission
  return {
    /** Sends the notification of a case, and returns once the national database has said what becomes of it. */
    async sendNotification(caseId: CaseId): Promise<void> {
      await eventually(['not-found', 'not-confirmed'], async () => {
        const key = keyOf('national-notification', caseId)
        await (await ofCaseReview()).send.mutate({ areaId, caseId, kind: 'notification', key })
      })
      await eventually(['submission-under-way'], async () => {
        const { submissions } = await (await ofCaseReview()).read.query({ areaId, caseId })
        if (submissions.some(({ state }) => isUnderWay(state))) throw new Refusal('submission-under-way')
      })
    },
  }
}
