import { randomUUID } from 'node:crypto'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { AreaId, NotificationId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { OperatorRequest } from '../stack/operator-client.ts'

/** Says of an invented notification that it is of another child than every record it stands in the way of: each was made up. */
export async function sayDifferentChildren(
  request: OperatorRequest,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<void> {
  const { notification, duplicateReview } = request.to<IntakeRouter>('intake')
  const { reviews } = await notification.read.query({ areaId, notificationId })
  for (const { reviewId, state: seen, caseId, blocks } of reviews) {
    if (!blocks) continue
    const pass = caseId === null ? null : await passFor(request, areaId, caseId)
    const decided = { areaId, reviewId, key: randomUUID(), seen, decision: 'different' as const }
    await duplicateReview.decide.mutate({ ...decided, ...(pass !== null && { pass }) })
  }
}

async function passFor(request: OperatorRequest, areaId: AreaId, caseId: string): Promise<string | null> {
  const asked = { areaId, caseIds: [caseId], fieldClasses: ['identity' as const] }
  return (await request.to<CaseReviewRouter>('case-review').case.admit.query(asked)).pass
}
