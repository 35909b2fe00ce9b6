import type { Db } from '@cdop/database'
import { type AreaId, assessScope, type NotificationId, Refusal, type ScopeAssessment } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { type ScopeDecisionsMade, scopeDecisionsOn } from '../residency/scope-decision-store.ts'
import { openTransferOf } from '../transfer/transfer-store.ts'
import type { ReadAnswers } from './notification-form.ts'
import { findNotification, lockNotification, type StoredNotification } from './notification-store.ts'
import { openAnswers } from './sealed-answers.ts'

export type Undecided = {
  stored: StoredNotification
  read: ReadAnswers
  decisions: ScopeDecisionsMade
  scope: ScopeAssessment
  /** Another area was asked to take it. */
  offered: boolean
}

/**
 * Locks a notification nobody has decided yet and assesses its scope.
 * @throws Refusal `not-found`, `notification-decided`, `transfer-under-way` while it goes to another area, or `stale`
 * when it is no longer the version the person saw
 */
export async function lockUndecided(
  tx: Db,
  keys: KeyProvider,
  input: { areaId: AreaId; notificationId: NotificationId; version: number },
): Promise<Undecided> {
  const { areaId, notificationId, version } = input
  await lockNotification(tx, areaId, notificationId)
  const stored = await findNotification(tx, areaId, notificationId)
  if (stored.state !== 'received') throw new Refusal('notification-decided')
  const transfer = await openTransferOf(tx, areaId, notificationId)
  if (stored.version !== version) throw new Refusal('stale')
  const offered = transfer !== null
  const read = openAnswers(keys, { areaId, notificationId, wrapped: stored.wrapped }, stored)
  const decisions = await scopeDecisionsOn(tx, { areaId, notificationId })
  return { stored, read, decisions, scope: assessScope(read.content, stored.area, decisions), offered }
}

/** @throws Refusal `transfer-open`: what another area was asked to take is not decided here meanwhile */
export function requireNotOffered({ offered }: Pick<Undecided, 'offered'>): void {
  if (offered) throw new Refusal('transfer-open')
}
