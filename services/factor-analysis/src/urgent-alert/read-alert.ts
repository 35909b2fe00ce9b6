import { AreaId, CaseId, CaseReference, Refusal, requireArea, UrgentAlertId } from '@cdop/domain'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { casesLinkedTo } from '../case-link/case-links.ts'
import { visibleCases } from '../recommendation/linked-cases.ts'
import { requires } from '../rpc.ts'
import { Acknowledgement, acknowledgementsOf } from './acknowledgement-store.ts'
import { BodyTold, bodiesTold, findAlert } from './alert-store.ts'
import { AlertView, alertView } from './alert-view.ts'

/**
 * An urgent alert, who knows of it and which bodies were told. Of the cases it came from only those the reader has sight
 * of: not even how many there are. Audited first. @throws Refusal `not-found`
 */
export const readAlert = requires('urgent-alert:read')
  .input(z.strictObject({ areaId: AreaId, alertId: UrgentAlertId }))
  .output(
    z.strictObject({
      alert: AlertView,
      acknowledgements: z.array(Acknowledgement),
      bodies: z.array(BodyTold),
      cases: z.array(z.strictObject({ caseId: CaseId, reference: CaseReference })),
    }),
  )
  .query(async ({ ctx: { actor, assertion, parts }, input: { areaId, alertId } }) => {
    requireArea(actor, areaId)
    const { caseIds, ...read } = await parts.database.transaction(actor, async (tx) => {
      const found = await findAlert(tx, areaId, alertId)
      if (found === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'urgent-alert.read',
        object: { kind: 'urgent-alert', id: alertId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      return {
        alert: alertView(cipher, found, parts.clock.now()),
        acknowledgements: await acknowledgementsOf(tx, cipher, areaId, alertId),
        bodies: await bodiesTold(tx, areaId, alertId),
        caseIds: await casesLinkedTo(tx, 'urgent-alert', areaId, alertId),
      }
    })
    return { ...read, cases: await visibleCases({ actor, assertion, parts }, areaId, caseIds) }
  })
