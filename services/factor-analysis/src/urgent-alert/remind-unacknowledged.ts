import { randomUUID } from 'node:crypto'
import { type AreaId, RequestId, type UrgentAlertId } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { factorAnalysisIn } from '../area/own-account.ts'
import { lockAlert, markReminded } from './alert-store.ts'
import { waitingOf } from './alert-view.ts'
import { endWatch, watchedUntil } from './alert-watch.ts'

async function remindOf(parts: ServiceParts, areaId: AreaId, alertId: UrgentAlertId): Promise<void> {
  const self = factorAnalysisIn(areaId, RequestId.parse(randomUUID()))
  await parts.database.transaction(self, async (tx) => {
    const found = await lockAlert(tx, areaId, alertId)
    if (!(await endWatch(tx, areaId, alertId)) || found === null || waitingOf(found).length === 0) return
    await markReminded(tx, areaId, alertId, parts.clock.now())
    await parts.publisher.publish(tx, self, areaId, {
      type: 'urgent-alert.unacknowledged.v1',
      subject: alertId,
      payload: { alertId },
    })
    await parts.audit.record(tx, self, areaId, {
      action: 'urgent-alert.remind',
      object: { kind: 'urgent-alert', id: alertId },
    })
  })
}

/**
 * Has coordinators and chairs told of every alert that not both sides know of in time, by the service's clock. Each once,
 * whatever runs twice; one that fails keeps no other waiting.
 * @throws the first failure, when all have had their turn
 */
export async function remindOfUnacknowledged(parts: ServiceParts): Promise<void> {
  const failures: unknown[] = []
  for (const { areaId, alertId } of await watchedUntil(parts.database.sql, parts.clock.now())) {
    await remindOf(parts, areaId, alertId).catch((thrown: unknown) => failures.push(thrown))
  }
  if (failures.length > 0) throw failures[0]
}
