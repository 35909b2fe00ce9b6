import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, NotificationDraftId, RequestId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { intakeIn } from './draft-access.ts'
import { forgetCounts } from './draft-count-store.ts'
import { minutesAfter } from './draft-limits.ts'
import { forgetLinks } from './draft-link-store.ts'
import { type DraftPlace, destroyDraft } from './draft-store.ts'

/** The job that destroys one draft when its time is over. */
export const DESTROY_DRAFT = 'destroy-draft'

const Destruction = z.strictObject({ areaId: AreaId, draftId: NotificationDraftId })

/** Has a draft destroyed so many seconds from now; a later word on the same draft replaces an earlier one. */
export function wakeDestruction(tx: Db, place: DraftPlace, inSeconds: number): Promise<void> {
  return addJob(tx, 'intake', DESTROY_DRAFT, place, `${DESTROY_DRAFT}:${place.draftId}`, { inSeconds })
}

/** Destroys a draft whose time is over by the service's clock; else looks again when it will be. */
export async function destroyWhenOver(parts: Parts, payload: unknown): Promise<void> {
  const place = Destruction.parse(payload)
  const self = intakeIn(place.areaId, RequestId.parse(randomUUID()))
  await parts.database.transaction(self, async (tx) => {
    const at = parts.clock.now()
    const endsAt = await destroyDraft(tx, place, at)
    if (endsAt !== null) {
      const seconds = Math.ceil((Date.parse(endsAt) - Date.parse(at)) / 1000)
      await wakeDestruction(tx, place, Math.max(1, seconds))
      return
    }
    await forgetLinks(tx, place)
    await forgetCounts(tx, place.areaId, minutesAfter(at, -24 * 60))
    await parts.audit.record(tx, self, place.areaId, {
      action: 'notification-draft.destroy',
      object: { kind: 'notification-draft', id: place.draftId },
    })
  })
}
