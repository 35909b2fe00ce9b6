import type { Db } from '@cdop/database'
import {
  AgeBand,
  AreaId,
  AuthorityCode,
  CaseId,
  CaseReference,
  Instant,
  NotificationId,
  PersonId,
  Refusal,
  stepTransfer,
  TransferDeclineReason,
  TransferId,
  TransferReason,
  TransferSide,
  TransferState,
} from '@cdop/domain'
import { z } from 'zod'

/** One area's row of a transfer, but for the sealed plan. Nothing in it says who the child was. */
export const Transfer = z.strictObject({
  transferId: TransferId,
  side: TransferSide,
  otherAreaId: AreaId,
  notificationId: NotificationId,
  /** The case it became, when it had become one. */
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
  state: TransferState,
  version: z.int(),
  reason: TransferReason,
  ageBand: AgeBand.nullable(),
  /** Year and month of the death. */
  diedIn: z.string(),
  localAuthority: AuthorityCode,
  placeOfDeath: z.string(),
  requestedBy: PersonId,
  requestedAt: Instant,
  answeredBy: PersonId.nullable(),
  answeredAt: Instant.nullable(),
  declineReason: TransferDeclineReason.nullable(),
  recalledBy: PersonId.nullable(),
  recalledAt: Instant.nullable(),
  completedAt: Instant.nullable(),
})
export type Transfer = z.infer<typeof Transfer>

export const transferColumns = (tx: Db) => tx`
  t.id as transfer_id, t.side, t.other_area_id, t.notification_id, t.case_id, t.case_reference, t.state, t.version, t.reason, t.age_band, t.died_in,
  t.local_authority, t.place_of_death, t.requested_by, t.requested_at, t.answered_by, t.answered_at,
  t.decline_reason, t.recalled_by, t.recalled_at, t.completed_at
`

/** An area's row of a transfer, or null; locked until the transaction ends when asked. */
export async function transferIn(
  tx: Db,
  areaId: AreaId,
  transferId: TransferId,
  { lock = false }: { lock?: boolean } = {},
): Promise<Transfer | null> {
  const [row] = await tx`
    select ${transferColumns(tx)} from intake.transfers t
    where t.area_id = ${areaId} and t.id = ${transferId} ${lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : Transfer.parse({ ...row })
}

/** @throws Refusal `not-found`, also to an actor of another area */
export async function findTransfer(
  tx: Db,
  areaId: AreaId,
  transferId: TransferId,
  options: { lock?: boolean } = {},
): Promise<Transfer> {
  const found = await transferIn(tx, areaId, transferId, options)
  if (found === null) throw new Refusal('not-found')
  return found
}

/** The newest transfer by which a notification went, or may go, elsewhere. */
export async function latestAskingOf(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<Transfer | null> {
  const [row] = await tx`
    select ${transferColumns(tx)} from intake.transfers t
    where t.area_id = ${areaId} and t.notification_id = ${notificationId} and t.requested_at > '1900-01-01'
      and t.side = 'asking'
    order by t.requested_at desc limit 1
  `
  return row === undefined ? null : Transfer.parse({ ...row })
}

/** The newest transfer by which a case went, or may go, elsewhere. */
export async function latestAskingOfCase(tx: Db, areaId: AreaId, caseId: CaseId): Promise<Transfer | null> {
  const [row] = await tx`
    select ${transferColumns(tx)} from intake.transfers t
    where t.area_id = ${areaId} and t.case_id = ${caseId} and t.side = 'asking'
    order by t.requested_at desc limit 1
  `
  return row === undefined ? null : Transfer.parse({ ...row })
}

/** Another area has been asked and nothing has come of it yet, or the record is on its way there. */
export async function openTransferOf(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<Transfer | null> {
  const latest = await latestAskingOf(tx, areaId, notificationId)
  return latest !== null && (latest.state === 'requested' || latest.state === 'accepted') ? latest : null
}

/** @throws Refusal `transfer-under-way` while a record is on its way to another area */
export async function requireNotUnderWay(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<void> {
  const open = await openTransferOf(tx, areaId, notificationId)
  if (open?.state === 'accepted') throw new Refusal('transfer-under-way')
}

/** What is left of the record here is a stub. */
export async function hasLeft(tx: Db, areaId: AreaId, notificationId: NotificationId): Promise<boolean> {
  const rows = await tx`
    select from intake.notifications
    where area_id = ${areaId} and id = ${notificationId} and state = 'transferred'
  `
  return rows.length > 0
}

/** The record came to this area by agreement with another. */
export async function cameByAgreement(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<boolean> {
  const rows = await tx`
    select from intake.transfers t
    where t.area_id = ${areaId} and t.notification_id = ${notificationId} and t.requested_at > '1900-01-01'
      and t.side = 'asked' and t.state = 'completed'
    limit 1
  `
  return rows.length > 0
}

type Kept = Pick<
  Transfer,
  | 'transferId'
  | 'side'
  | 'otherAreaId'
  | 'notificationId'
  | 'caseId'
  | 'caseReference'
  | 'reason'
  | 'ageBand'
  | 'diedIn'
  | 'localAuthority'
  | 'placeOfDeath'
  | 'requestedBy'
  | 'requestedAt'
>

/**
 * Adds an area's row of a transfer, with the key its plan is sealed under. False for one that is there already: it stays
 * as it is.
 */
export async function addTransfer(
  tx: Db,
  areaId: AreaId,
  added: Kept & { plan: Uint8Array; wrapped: Uint8Array },
): Promise<boolean> {
  const { transferId, plan, wrapped } = added
  await tx`
    insert into intake.data_keys (area_id, subject, wrapped)
    values (${areaId}, ${transferId}, ${Buffer.from(wrapped)}) on conflict do nothing
  `
  const rows = await tx`
    insert into intake.transfers (area_id, id, side, other_area_id, notification_id, case_id, case_reference,
      state, version, reason, age_band,
      died_in, local_authority, place_of_death, plan, requested_by, requested_at)
    values (${areaId}, ${transferId}, ${added.side}, ${added.otherAreaId}, ${added.notificationId},
      ${added.caseId}, ${added.caseReference}, 'requested', 1,
      ${added.reason}, ${added.ageBand}, ${added.diedIn}, ${added.localAuthority}, ${added.placeOfDeath},
      ${Buffer.from(plan)}, ${added.requestedBy}, ${added.requestedAt})
    on conflict do nothing returning 1
  `
  return rows.length > 0
}

/** The plan as it is sealed, and the key it opens with. */
export async function sealedPlan(
  tx: Db,
  areaId: AreaId,
  transferId: TransferId,
): Promise<{ plan: Uint8Array; wrapped: Uint8Array }> {
  const [row] = await tx`
    select t.plan, k.wrapped from intake.transfers t
    join intake.data_keys k on k.area_id = t.area_id and k.subject = t.id
    where t.area_id = ${areaId} and t.id = ${transferId}
  `
  return z.object({ plan: z.instanceof(Uint8Array), wrapped: z.instanceof(Uint8Array) }).parse(row)
}

/** What comes with a step: by whom and when. */
export type Stepped =
  | { to: 'accepted'; answeredBy: PersonId; answeredAt: Instant }
  | { to: 'declined'; answeredBy: PersonId; answeredAt: Instant; declineReason: TransferDeclineReason }
  | { to: 'recalled'; recalledBy: PersonId; recalledAt: Instant }
  | { to: 'completed'; completedAt: Instant }

/** Takes an area's row one step on. @throws Refusal `transfer-answered` when the step is not in the table */
export async function saveStep(
  tx: Db,
  areaId: AreaId,
  { transferId, side, state }: Pick<Transfer, 'transferId' | 'side' | 'state'>,
  stepped: Stepped,
): Promise<void> {
  const to = stepTransfer(side, state, stepped.to)
  const answered = 'answeredBy' in stepped ? stepped : null
  const recalled = stepped.to === 'recalled' ? stepped : null
  await tx`
    update intake.transfers
    set state = ${to}, version = version + 1,
      answered_by = coalesce(${answered?.answeredBy ?? null}, answered_by),
      answered_at = coalesce(${answered?.answeredAt ?? null}, answered_at),
      decline_reason = ${stepped.to === 'declined' ? stepped.declineReason : null},
      recalled_by = ${recalled?.recalledBy ?? null}, recalled_at = ${recalled?.recalledAt ?? null},
      completed_at = ${stepped.to === 'completed' ? stepped.completedAt : null}
    where area_id = ${areaId} and id = ${transferId}
  `
}
