import { type HandoverStep, nextHandover } from '@cdop/domain'
import { rewrapDataKey } from '@cdop/encryption'
import { intakeItself } from '../joint-agency-response/intake-itself.ts'
import { later } from '../joint-agency-response/page-store.ts'
import { lockNotification } from '../notification/notification-store.ts'
import type { Parts } from '../parts.ts'
import { type CarriedTransfer, claimDue, letRest } from './due-transfers.ts'
import { leaveStub } from './leave-stub.ts'
import { offerEnded } from './offer-ended.ts'
import { openRecordForCopy } from './record-rows.ts'
import { takeOver } from './take-over.ts'
import {
  addTransfer,
  findTransfer,
  type Stepped,
  saveStep,
  sealedPlan,
  type Transfer,
  transferIn,
} from './transfer-store.ts'

/** Seconds after which a transfer that was not carried to its end is taken up again. */
const TAKEN_UP_AGAIN = 20
const AT_ONCE = 20
/** No transfer has more steps than this. */
const MOST_STEPS = 10

/** A row of one area, taken on if it still stands where it stood: twice is once. */
async function stepIn(
  parts: Parts,
  areaId: CarriedTransfer['askingAreaId'],
  { transferId }: CarriedTransfer,
  from: readonly Transfer['state'][],
  stepped: Stepped,
): Promise<void> {
  const self = intakeItself(areaId)
  await parts.database.transaction(self, async (tx) => {
    const transfer = await findTransfer(tx, areaId, transferId, { lock: true })
    if (!from.includes(transfer.state)) return
    await saveStep(tx, areaId, transfer, stepped)
    if (stepped.to === 'declined') await parts.publisher.publish(tx, self, areaId, ...offerEnded(transfer))
    await parts.audit.record(tx, self, areaId, {
      action: `transfer.${stepped.to}`,
      object: { kind: 'transfer', id: transferId },
    })
  })
}

const read = (parts: Parts, areaId: CarriedTransfer['askingAreaId'], { transferId }: CarriedTransfer) =>
  parts.database.transaction(intakeItself(areaId), (tx) => transferIn(tx, areaId, transferId))

/** @throws Error when a row is not where its step says it must be */
function answerOf({ answeredBy, answeredAt, declineReason }: Transfer) {
  if (answeredBy === null || answeredAt === null) throw new Error('a transfer was answered by nobody')
  return { answeredBy, answeredAt, declineReason }
}

type Rows = { asking: Transfer; asked: Transfer | null }

/** Each step looks in one area and writes in one: no transaction sees two. */
const steps: Record<HandoverStep, (parts: Parts, carried: CarriedTransfer, rows: Rows) => Promise<void>> = {
  async ask(parts, { transferId, askingAreaId, askedAreaId }, { asking }) {
    const { plan, wrapped } = await parts.database.transaction(intakeItself(askingAreaId), (tx) =>
      sealedPlan(tx, askingAreaId, transferId),
    )
    const to = { from: askingAreaId, to: askedAreaId }
    const self = intakeItself(askedAreaId)
    await parts.database.transaction(self, async (tx) => {
      const added = await addTransfer(tx, askedAreaId, {
        ...asking,
        side: 'asked',
        otherAreaId: askingAreaId,
        plan,
        wrapped: rewrapDataKey(parts.keys, transferId, wrapped, to),
      })
      if (!added) return
      await parts.audit.record(tx, self, askedAreaId, {
        action: 'transfer.asked',
        object: { kind: 'transfer', id: transferId },
      })
      const asked = { type: 'transfer.asked.v1' as const, subject: transferId, payload: { transferId } }
      await parts.publisher.publish(tx, self, askedAreaId, asked)
    })
  },
  async 'recall-there'(parts, carried, { asking: { recalledBy, recalledAt } }) {
    if (recalledBy === null || recalledAt === null) throw new Error('a transfer was recalled by nobody')
    const stepped = { to: 'recalled' as const, recalledBy, recalledAt }
    await stepIn(parts, carried.askedAreaId, carried, ['requested', 'accepted'], stepped)
  },
  async 'decline-here'(parts, carried, { asked }) {
    if (asked === null) throw new Error('a transfer nobody was asked for was declined')
    const { answeredBy, answeredAt, declineReason } = answerOf(asked)
    if (declineReason === null) throw new Error('a transfer was declined for no reason')
    const stepped = { to: 'declined' as const, answeredBy, answeredAt, declineReason }
    await stepIn(parts, carried.askingAreaId, carried, ['requested'], stepped)
  },
  async 'accept-here'(parts, { transferId, askingAreaId: areaId }, { asked }) {
    if (asked === null) throw new Error('a transfer nobody was asked for was accepted')
    const { answeredBy, answeredAt } = answerOf(asked)
    const self = intakeItself(areaId)
    await parts.database.transaction(self, async (tx) => {
      // Whatever somebody is changing at this moment is finished first; nobody begins afterwards.
      await lockNotification(tx, areaId, asked.notificationId)
      const transfer = await findTransfer(tx, areaId, transferId, { lock: true })
      if (transfer.state !== 'requested') return
      await saveStep(tx, areaId, transfer, { to: 'accepted', answeredBy, answeredAt })
      await parts.audit.record(tx, self, areaId, {
        action: 'transfer.accepted',
        object: { kind: 'transfer', id: transferId },
      })
    })
  },
  async copy(parts, carried, { asking }) {
    const { askingAreaId, askedAreaId } = carried
    const record = await parts.database.transaction(intakeItself(askingAreaId), (tx) =>
      openRecordForCopy(tx, parts.keys, asking, { from: askingAreaId, to: askedAreaId }),
    )
    await takeOver(parts, carried, record)
  },
  'leave-stub': (parts, carried) => leaveStub(parts, carried),
}

/**
 * Brings the two areas of a transfer to agreement, a step at a time, each in a transaction of its own behind the wall of
 * one area. Wherever it is cut off it is taken up again from what the two rows say.
 */
export async function carryTransfer(parts: Parts, carried: CarriedTransfer): Promise<void> {
  for (let taken = 0; taken < MOST_STEPS; taken += 1) {
    const asking = await read(parts, carried.askingAreaId, carried)
    if (asking === null) throw new Error('a transfer is carried that nobody asked for')
    const asked = await read(parts, carried.askedAreaId, carried)
    const step = nextHandover(asking.state, asked?.state ?? null)
    if (step === null) return
    await steps[step](parts, carried, { asking, asked })
  }
  throw new Error('a transfer does not come to rest')
}

/**
 * Carries every transfer that is due. One that fails keeps none of the others waiting, and is tried again.
 * @throws the first failure, when all have had their turn
 */
export async function carryDueTransfers(parts: Parts): Promise<number> {
  const now = parts.clock.now()
  const until = later(now, TAKEN_UP_AGAIN)
  const due = await claimDue(parts.database.sql, { now, until, most: AT_ONCE })
  const done = await Promise.allSettled(
    due.map(async (carried) => {
      await carryTransfer(parts, carried)
      await letRest(parts.database.sql, carried.transferId, until)
    }),
  )
  const failed = done.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return due.length
}
