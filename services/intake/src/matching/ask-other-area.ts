import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, NotificationId, RequestId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { proposeReviews } from './match-store.ts'

/** The job that puts a question to the coordinator of another area. */
export const ASK_OTHER_AREA = 'ask-other-area'

/** To which area about which of its notifications, and which notification of which area it may be the same child as. */
const Question = z.strictObject({
  areaId: AreaId,
  notificationId: NotificationId,
  candidateAreaId: AreaId,
  candidateNotificationId: NotificationId,
})
type Question = z.infer<typeof Question>

/** Has another area asked, once this transaction commits: its rows are not to be seen, let alone written, from here. */
export async function askOtherArea(tx: Db, question: Question): Promise<void> {
  const key = `${ASK_OTHER_AREA}:${question.notificationId}:${question.candidateNotificationId}`
  await addJob(tx, 'intake', ASK_OTHER_AREA, question, key)
}

/** Puts the question: that there is one, and nothing of who the child is. Asked again, it stays as it stands. */
export async function putQuestion({ database, clock }: ServiceParts, payload: unknown): Promise<void> {
  const { areaId, ...pair } = Question.parse(payload)
  const requestId = RequestId.parse(randomUUID())
  await database.transaction(
    { kind: 'service', service: 'intake', areaId, onBehalfOf: null, requestId },
    (tx) =>
      proposeReviews(
        tx,
        areaId,
        [{ id: randomUUID(), ...pair, probability: null, reasons: [] }],
        clock.now(),
      ),
  )
}
