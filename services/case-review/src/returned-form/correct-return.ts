import { Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireRequestHolder } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { answering } from '../reporting-form/answering.ts'
import { requires } from '../rpc.ts'
import { beginCorrection, CorrectionReason, openCorrection } from './correction-store.ts'
import { findReturn } from './returned-form-store.ts'

const outcome = z.strictObject({ entry: z.number().int().min(2) })

/**
 * Begins to correct what was returned: the forms can be changed and returned once more, as the next version. Until then
 * what was returned before goes on counting, and it is kept for good.
 * @throws Refusal `not-allowed-in-this-state` before anything was returned and after it was sent back (it
 * can be changed then as it is), `stale` while a correction goes on, `link-dead` once the
 * panel has reviewed the case
 */
export const correctReturn = requires('information-request:answer')
  .input(z.strictObject({ key: AttemptKey, why: CorrectionReason }))
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const holder = requireRequestHolder(actor)
    const { areaId, subject: informationRequestId } = holder
    const change = { areaId, procedure: 'reporting-form.correct', input, outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { request, found } = await answering(tx, holder, { lock: true })
      if (request.state !== 'returned' && request.state !== 'accepted')
        throw new Refusal('not-allowed-in-this-state')
      const place = { areaId, caseId: found.caseId, informationRequestId }
      if ((await openCorrection(tx, place)) !== null) throw new Refusal('stale')
      const before = await findReturn(tx, parts.keys, place)
      const entry = (before?.entry ?? 0) + 1
      const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
      await beginCorrection(tx, cipher, place, { entry, why: input.why, at: parts.clock.now() })
      await parts.audit.record(tx, holder, areaId, {
        action: 'reporting-form.correct',
        object: { kind: 'information-request', id: informationRequestId },
      })
      return { entry }
    })
  })
