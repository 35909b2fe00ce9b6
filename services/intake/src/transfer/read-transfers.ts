import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  NotificationId,
  PlainDate,
  requireArea,
  TransferId,
  TransferState,
} from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { openPlan } from './transfer-plan.ts'
import {
  findTransfer,
  latestAskingOf,
  latestAskingOfCase,
  sealedPlan,
  Transfer,
  transferColumns,
} from './transfer-store.ts'

/** Transfers in one answer, the newest first. */
const MOST = 200

const ListedTransfer = z.strictObject({ ...Transfer.shape, otherAreaName: z.string() })

const named = (tx: Db) => tx`
  ${transferColumns(tx)}, coalesce(d.name, '') as other_area_name
  from intake.transfers t left join intake.area_directory d on d.area_id = t.other_area_id
`

/** Records an area has offered to others, or was offered, without a word of who a child was. */
export const listTransfers = requires('transfer:read')
  .input(z.strictObject({ areaId: AreaId, view: z.enum(['open', 'ended']) }))
  .output(z.strictObject({ rows: z.array(ListedTransfer) }))
  .query(({ ctx: { actor, parts }, input: { areaId, view } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'transfer.list',
        object: { kind: 'area', id: areaId },
      })
      const open = view === 'open'
      const rows = await tx`
        select ${named(tx)}
        where t.area_id = ${areaId} and (t.state in ('requested', 'accepted')) = ${open}
        order by t.requested_at desc, t.id limit ${MOST}
      `
      return { rows: rows.map((row) => ListedTransfer.parse({ ...row })) }
    })
  })

/** What an area that handed a record over still knows of it. */
const Stub = z.strictObject({ receivedOn: PlainDate, diedOn: PlainDate })

const ReadTransfer = z.strictObject({
  ...ListedTransfer.shape,
  plan: z.string(),
  /** Null while the record has not left. */
  stub: Stub.nullable(),
})

/** One transfer, as this area may know it. Audited before it is answered. */
export const readTransfer = requires('transfer:read')
  .input(z.strictObject({ areaId: AreaId, transferId: TransferId }))
  .output(ReadTransfer)
  .query(({ ctx: { actor, parts }, input: { areaId, transferId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { notificationId } = await findTransfer(tx, areaId, transferId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'transfer.read',
        object: { kind: 'transfer', id: transferId },
      })
      const [row] = await tx`select ${named(tx)} where t.area_id = ${areaId} and t.id = ${transferId}`
      const { plan, wrapped } = await sealedPlan(tx, areaId, transferId)
      const [stub] = await tx`
        select received_on, died_on from intake.notifications
        where area_id = ${areaId} and id = ${notificationId} and state = 'transferred'
      `
      return {
        ...ListedTransfer.parse({ ...row }),
        plan: openPlan(parts.keys, { areaId, transferId, wrapped }, plan),
        stub: stub === undefined ? null : Stub.parse({ ...stub }),
      }
    })
  })

/** The newest transfer by which a notification went elsewhere, or may; null when nobody ever asked. */
export const transferOfNotification = requires('transfer:read')
  .input(z.strictObject({ areaId: AreaId, notificationId: NotificationId }))
  .output(z.strictObject({ transferId: TransferId.nullable() }))
  .query(({ ctx: { actor, parts }, input: { areaId, notificationId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const latest = await latestAskingOf(tx, areaId, notificationId)
      return { transferId: latest?.transferId ?? null }
    })
  })

/** The newest transfer by which a case went elsewhere, or may; null when nobody ever asked. */
export const transferOfCase = requires('transfer:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ transferId: TransferId.nullable(), state: TransferState.nullable() }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const latest = await latestAskingOfCase(tx, areaId, caseId)
      return { transferId: latest?.transferId ?? null, state: latest?.state ?? null }
    })
  })
