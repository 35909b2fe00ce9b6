import type { Db } from '@cdop/database'
import { AlertSide, type AreaId, Instant, PersonId, type UrgentAlertId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { KnownName, knownName } from './alert-words.ts'

/** That somebody knows of an alert. */
export const Acknowledgement = z.strictObject({
  side: AlertSide,
  /** Who knows of it, where somebody else recorded it; null for whoever said it themselves. */
  name: KnownName.nullable(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
type Acknowledgement = z.infer<typeof Acknowledgement>

const bound = (alertId: UrgentAlertId, entry: number) => `${alertId}/${entry}`

/** Who knows of an alert, in the order they said so. */
export async function acknowledgementsOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  alertId: UrgentAlertId,
): Promise<Acknowledgement[]> {
  const rows = await tx<{ entry: number; sealedName: Buffer | null }[]>`
    select entry, side, sealed_name, recorded_by, recorded_at from factor_analysis.urgent_alert_acknowledgements
    where area_id = ${areaId} and alert_id = ${alertId} order by entry
  `
  return rows.map(({ entry, sealedName, ...row }) => {
    const name = sealedName && knownName.open(cipher, bound(alertId, entry), sealedName)
    return Acknowledgement.parse({ ...row, name })
  })
}

/** Somebody knows of an alert. The alert is locked by the caller. */
export async function addAcknowledgement(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  alertId: UrgentAlertId,
  { side, name, recordedBy, recordedAt }: Acknowledgement,
): Promise<void> {
  const [row] = await tx<{ entry: number }[]>`
    select coalesce(max(entry), 0) + 1 as entry from factor_analysis.urgent_alert_acknowledgements
    where area_id = ${areaId} and alert_id = ${alertId}
  `
  const entry = row?.entry ?? 1
  const sealed = name === null ? null : knownName.seal(cipher, bound(alertId, entry), name)
  await tx`
    insert into factor_analysis.urgent_alert_acknowledgements (area_id, alert_id, entry, side, sealed_name, recorded_by,
      recorded_at)
    values (${areaId}, ${alertId}, ${entry}, ${side}, ${sealed}, ${recordedBy}, ${recordedAt})
  `
}
