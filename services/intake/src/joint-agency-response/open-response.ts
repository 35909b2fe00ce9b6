import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  JarTrigger,
  jointAgencyTriggers,
  type NotificationContent,
  type NotificationId,
  pagesSomebody,
  ResponseId,
} from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { onCallAt } from '../on-call/rota-store.ts'
import { planStep } from './due-steps.ts'
import { pageNext } from './page-store.ts'
import { addResponse } from './response-store.ts'

/**
 * Asks for a decision on a joint agency response when a notification holds a trigger, and pages whoever is on call, in
 * the transaction that receives it: a notification that is kept has paged, whatever happens to this process next.
 */
export async function openResponse(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  received: { areaId: AreaId; notificationId: NotificationId; content: NotificationContent },
): Promise<void> {
  const { areaId, notificationId, content } = received
  const { dateOfDeath } = content.death
  const called = jointAgencyTriggers(content)
  const triggers = JarTrigger.options.filter((trigger) => called.includes(trigger))
  if (triggers.length === 0) return
  const openedAt = parts.clock.now()
  const { lead, deputy } = await onCallAt(tx, areaId, openedAt)
  const responseId = ResponseId.parse(randomUUID())
  const nobodyOnCall = lead === null && deputy === null
  await addResponse(tx, { areaId, responseId, notificationId, triggers, nobodyOnCall, openedAt })
  if (pagesSomebody(dateOfDeath, parts.clock.today())) {
    await pageNext(tx, areaId, responseId, openedAt)
    await planStep(tx, { areaId, responseId, step: 'page' }, openedAt)
  }
  await parts.audit.record(tx, actor, areaId, {
    action: 'response.open',
    object: { kind: 'response', id: responseId },
  })
}
