import type { AreaId, ResponseId } from '@cdop/domain'
import type { Parts } from '../parts.ts'
import { deleteRecord } from '../response-record/meeting-store.ts'
import { claimStep, dropStep } from './due-steps.ts'
import { intakeItself } from './intake-itself.ts'

/**
 * Destroys what the record of a child who lived holds, once its time is over: the key, the sealed words
 * and the whole record of its meetings go, the row
 * stays as a trace that says when and nothing of whom. Twice is once.
 */
export async function destroyResponse(parts: Parts, areaId: AreaId, responseId: ResponseId): Promise<void> {
  const step = { areaId, responseId, step: 'destroy' as const }
  const self = intakeItself(areaId)
  await parts.database.transaction(self, async (tx) => {
    const now = parts.clock.now()
    if (!(await claimStep(tx, step, now))) return
    const destroyed = await tx`
      update intake.responses
      set state = 'destroyed', version = version + 1, content = null, triggers = '{}', destroyed_at = ${now}
      where area_id = ${areaId} and response_id = ${responseId} and state = 'child-lived'
        and destroy_on <= ${parts.clock.today()}
    `
    if (destroyed.count === 1) {
      await deleteRecord(tx, areaId, responseId)
      await tx`delete from intake.response_keys where area_id = ${areaId} and response_id = ${responseId}`
      await parts.audit.record(tx, self, areaId, {
        action: 'response.destroy',
        object: { kind: 'response', id: responseId },
      })
    }
    await dropStep(tx, step)
  })
}
