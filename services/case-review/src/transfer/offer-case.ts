import {
  type Actor,
  AreaId,
  actorKey,
  CaseId,
  type Person,
  Refusal,
  requireArea,
  requireHandable,
  TransferId,
  TransferReason,
  text,
} from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { issuePass } from '@cdop/rpc'
import { AttemptKey } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { findCase } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { saveOffer } from './offer-store.ts'

const Offer = z.strictObject({
  areaId: AreaId,
  caseId: CaseId,
  toAreaId: AreaId,
  reason: TransferReason,
  plan: text(2_000),
  key: AttemptKey,
})
type Offer = z.infer<typeof Offer>

/**
 * Stops whatever would take the case further until that has an end.
 * @throws Refusal as `requireHandable` does
 */
function hold(parts: Parts, person: Person, { areaId, caseId }: Offer): Promise<void> {
  return parts.database.transaction(person, async (tx) => {
    const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
    requireClass(seen, 'identity')
    const { found } = seen
    requireHandable(found.state, found.firstReviewedOn)
    if (found.offeredBy === null) await saveOffer(tx, areaId, caseId, { at: parts.clock.now(), by: null })
    await parts.audit.record(tx, person, areaId, {
      action: 'case.offer',
      object: { kind: 'case', id: caseId },
      fieldClasses: ['identity'],
    })
  })
}

/** It was not taken up: the case goes on, unless somebody else has offered it meanwhile. */
function release(parts: Parts, person: Person, { areaId, caseId }: Offer): Promise<void> {
  return parts.database.transaction(person, async (tx) => {
    const found = await findCase(tx, areaId, caseId, { lock: true })
    if (found !== null && found.offeredBy === null) await saveOffer(tx, areaId, caseId, null)
  })
}

/** Has intake, which holds the child's record, ask the other area, on the person's own authority. */
async function ask(
  { actor, assertion, parts }: { actor: Actor; assertion: string; parts: Parts },
  offer: Offer,
): Promise<{ transferId: TransferId }> {
  const pass = await issuePass(parts.keyring, {
    holder: actorKey(actor),
    caseIds: [offer.caseId],
    fieldClasses: ['identity'],
    requestId: actor.requestId,
  })
  const intake = parts.call<IntakeRouter>('intake', { kind: 'assertion', assertion })
  return intake.transfer.requestCase.mutate({ ...offer, pass })
}

/**
 * Asks another area to take over a case with all that belongs to it, until it is listed for a panel: nobody else is
 * asked, it is not listed, and no hold or meeting is recorded, before that has an end. What agencies return meanwhile
 * goes along. Asked again with the same key it is the same request.
 * @throws Refusal `transfer-listed`, `transfer-too-late`, `not-found`, and what intake refuses
 */
export const offerCase = requires('transfer:request')
  .input(Offer)
  .output(z.strictObject({ transferId: TransferId }))
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const person = requirePerson(actor)
    requireArea(actor, input.areaId)
    if (assertion === null) throw new Refusal('forbidden')
    await hold(parts, person, input)
    try {
      return await ask({ actor, assertion, parts }, input)
    } catch (thrown) {
      if (thrown instanceof Refusal) await release(parts, person, input)
      throw thrown
    }
  })
