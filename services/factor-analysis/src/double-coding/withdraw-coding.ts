import { AreaId, Refusal, SecondCodingId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { caseReviewFor } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { secondCoding, withdrawCoding } from './second-coding-store.ts'

/**
 * Takes a case back from a second panel that has not finished coding it, as where somebody of it knew the child. It can be drawn
 * again.
 * @throws Refusal `not-found`, `coding-final`
 */
export const withdrawSecondCoding = requires('double-coding:arrange')
  .input(z.strictObject({ areaId: AreaId, codingId: SecondCodingId, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const { areaId, codingId } = input
    const withheld = await caseReviewFor({ actor, assertion, parts }).secondCoding.withheld.query({ areaId })
    const change = { procedure: 'doubleCoding.withdraw', areaId, input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const found = await secondCoding(tx, areaId, codingId, { lock: true })
      if (withheld.includes(found.caseId)) throw new Refusal('not-found')
      if (found.state === 'final') throw new Refusal('coding-final')
      if (found.state === 'withdrawn') return null
      await withdrawCoding(tx, areaId, codingId, parts.clock.now())
      await parts.audit.record(tx, actor, areaId, {
        action: 'double-coding.withdraw',
        object: { kind: 'case', id: found.caseId },
      })
      return null
    })
  })
