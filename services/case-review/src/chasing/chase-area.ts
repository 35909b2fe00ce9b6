import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, type PlainDate, RequestId } from '@cdop/domain'
import { caseReviewIn } from '../area/area-access.ts'
import type { Parts } from '../parts.ts'
import { chasedRequests, insertChaserMail } from './chaser-store.ts'
import { chasingSettingsOn } from './chasing-settings-store.ts'
import { mailboxIndex } from './mailbox-index.ts'
import { plannedMails } from './plan-chasers.ts'
import { planEscalations } from './plan-escalations.ts'
import { wakeChaser } from './send-chaser.ts'

/** Takes an area's day for this transaction alone. False when it is done, or another process is at it. */
async function claimDay(tx: Db, areaId: AreaId, today: PlainDate): Promise<boolean> {
  const rows = await tx`
    select 1 from case_review.chasing_areas
    where area_id = ${areaId} and chased_on < ${today} for update skip locked
  `
  return rows.length === 1
}

/**
 * Works out an area's chasers of a day, once: what is due is written down with the mails that are to leave and the day
 * that is done, in one transaction. Cut off half way nothing of it has happened, and it is done again.
 */
export async function chaseArea(parts: Parts, areaId: AreaId): Promise<number> {
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  const today = parts.clock.today()
  return parts.database.transaction(self, async (tx) => {
    if (!(await claimDay(tx, areaId, today))) return 0
    const { ladder } = await chasingSettingsOn(tx, areaId, today)
    const requests = await chasedRequests(tx, parts.keys, areaId)
    const mails = plannedMails(requests, ladder, today)
    for (const { mailbox, chasers } of mails) {
      const chaserMailId = randomUUID()
      await insertChaserMail(tx, areaId, {
        chaserMailId,
        mailboxIndex: mailboxIndex(parts.keys, mailbox),
        on: today,
        at: parts.clock.now(),
        chasers: chasers.map(({ request, step }) => ({
          informationRequestId: request.informationRequestId,
          step,
        })),
      })
      await wakeChaser(tx, { areaId, chaserMailId })
      await parts.audit.record(
        tx,
        self,
        areaId,
        ...chasers.map(({ request }) => ({
          action: 'information-request.chase',
          object: { kind: 'information-request' as const, id: request.informationRequestId },
        })),
      )
    }
    await planEscalations(tx, areaId, requests, ladder, today)
    await tx`update case_review.chasing_areas set chased_on = ${today} where area_id = ${areaId}`
    return mails.length
  })
}

/** Areas whose day has not been worked out yet. */
export async function areasToChase(sql: Db, today: PlainDate): Promise<AreaId[]> {
  const rows = await sql<{ areaId: string }[]>`
    select area_id from case_review.chasing_areas where chased_on < ${today} order by area_id
  `
  return rows.map(({ areaId }) => AreaId.parse(areaId))
}
