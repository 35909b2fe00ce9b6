import type { Db } from '@cdop/database'
import {
  type AreaId,
  type ChildConfirmation,
  Confirmation,
  Instant,
  type NotificationId,
  PersonId,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

const Word = Confirmation.omit({ name: true, organisation: true })
const Named = Confirmation.pick({ name: true, organisation: true })
const Names = z.strictObject({ death: Named, identity: Named })

/** One entry: the newest counts, the earlier ones are kept. Names are opened only for whoever may see the child. */
export const RecordedConfirmation = z.strictObject({
  entry: z.int().positive(),
  death: Word,
  identity: Word,
  names: Names.nullable(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type RecordedConfirmation = z.infer<typeof RecordedConfirmation>

/** Whose confirmation: its names are sealed under the notification's key and open as no other entry's. */
type Place = { areaId: AreaId; notificationId: NotificationId }

const columnOf = (entry: number) => `names/${entry}`

export async function addConfirmation(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, notificationId }: Place,
  added: { confirmation: ChildConfirmation; entry: number; by: PersonId; at: Instant },
): Promise<void> {
  const { entry, by, at } = added
  const { death, identity } = added.confirmation
  const names = cipher.sealJson('confirmations', columnOf(entry), {
    death: { name: death.name, organisation: death.organisation },
    identity: { name: identity.name, organisation: identity.organisation },
  })
  await tx`
    insert into intake.confirmations (area_id, notification_id, entry, death_by, death_on, death_time, identity_by,
      identity_on, identity_time, names, recorded_by, recorded_at)
    values (${areaId}, ${notificationId}, ${entry}, ${death.by}, ${death.on}, ${death.time}, ${identity.by},
      ${identity.on}, ${identity.time}, ${names}, ${by}, ${at})
  `
}

const Row = z.object({
  entry: z.int(),
  deathBy: z.string(),
  deathOn: z.string(),
  deathTime: z.string().nullable(),
  identityBy: z.string(),
  identityOn: z.string(),
  identityTime: z.string().nullable(),
  names: z.instanceof(Uint8Array),
  recordedBy: z.string(),
  recordedAt: z.string(),
})

/** What was recorded, the newest first. Without a cipher the names stay sealed. */
export async function confirmationsOf(
  tx: Db,
  { areaId, notificationId }: Place,
  cipher: SubjectCipher | null,
): Promise<RecordedConfirmation[]> {
  const rows = await tx`
    select entry, death_by, death_on, death_time, identity_by, identity_on, identity_time, names, recorded_by,
      recorded_at
    from intake.confirmations where area_id = ${areaId} and notification_id = ${notificationId}
    order by entry desc
  `
  return rows.map((row) => {
    const { entry, names, recordedBy, recordedAt, ...word } = Row.parse(row)
    return RecordedConfirmation.parse({
      entry,
      death: { by: word.deathBy, on: word.deathOn, time: word.deathTime },
      identity: { by: word.identityBy, on: word.identityOn, time: word.identityTime },
      names: cipher === null ? null : cipher.openJson('confirmations', columnOf(entry), names),
      recordedBy,
      recordedAt,
    })
  })
}
