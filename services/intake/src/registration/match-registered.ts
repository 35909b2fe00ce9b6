import type { Db } from '@cdop/database'
import {
  type AreaId,
  addDays,
  type NotificationContent,
  type NotificationId,
  type PlainDate,
} from '@cdop/domain'
import { blindIndex } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { notificationsNear } from '../notification/notification-store.ts'
import { openAnswers } from '../notification/sealed-answers.ts'
import { likeness } from './likeness.ts'
import {
  DAYS_APART,
  lockDeaths,
  type OpenRegisteredDeath,
  type Placement,
  place,
  waitingNear,
} from './registered-death-store.ts'

type Notified = { notificationId: NotificationId; content: NotificationContent }

/** Where a registered death belongs among some notifications: for certain when exactly one is the same child's. */
function placementAmong(death: OpenRegisteredDeath, notified: readonly Notified[]): Placement | null {
  const open = notified.filter(({ notificationId }) => !death.otherChildren.includes(notificationId))
  const judged = open.map((one) => ({ ...one, likeness: likeness(death.death, one.content) }))
  const [same, another] = judged.filter((one) => one.likeness === 'same')
  if (same !== undefined) {
    return {
      state: another === undefined ? 'matched' : 'proposed',
      notificationId: same.notificationId,
    }
  }
  const maybe = judged.find((one) => one.likeness === 'maybe')
  if (maybe === undefined || death.state === 'proposed') return null
  return { state: 'proposed', notificationId: maybe.notificationId }
}

/** Holds registered deaths that have just come in against the area's notifications. */
export async function matchRegistered(
  tx: Db,
  { keys }: ServiceParts,
  areaId: AreaId,
  ids: readonly string[],
): Promise<{ matched: number; proposed: number }> {
  const found = { matched: 0, proposed: 0 }
  for (const registered of await lockDeaths(tx, keys, areaId, ids)) {
    const { diedOn, nhsNumber } = registered.death
    const near = await notificationsNear(tx, areaId, {
      from: addDays(diedOn, -DAYS_APART),
      until: addDays(diedOn, DAYS_APART),
      nhsNumber: nhsNumber === null ? null : blindIndex(keys, 'nhs-number', nhsNumber),
    })
    const notified = near.map(({ notificationId, wrapped, ...sealed }) => ({
      notificationId,
      content: openAnswers(keys, { areaId, notificationId, wrapped }, sealed).content,
    }))
    const placement = placementAmong(registered, notified)
    if (placement === null) continue
    await place(tx, areaId, registered.id, placement, null)
    if (placement.state === 'matched') found.matched++
    else found.proposed++
  }
  return found
}

/** Holds a notification that has just come in against the registered deaths nobody notified yet. */
export async function matchToRegister(
  tx: Db,
  { keys }: ServiceParts,
  areaId: AreaId,
  notified: Notified & { diedOn: PlainDate; nhsNumber: Buffer | null },
): Promise<void> {
  for (const registered of await waitingNear(tx, keys, areaId, notified)) {
    const placement = placementAmong(registered, [notified])
    if (placement !== null) await place(tx, areaId, registered.id, placement, null)
  }
}
