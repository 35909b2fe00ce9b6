import {
  AreaId,
  groundsOf,
  Refusal,
  RelatedDecision,
  RelatedGround,
  RelatedId,
  RelatedState,
  stepRelated,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { requirePass } from '../identity/require-pass.ts'
import { requirePerson } from '../identity/require-person.ts'
import { requires } from '../rpc.ts'
import { casesOfRelated, findRelated } from './related-row.ts'
import { saveRelatedDecision } from './relation-store.ts'

const Decision = z.strictObject({
  areaId: AreaId,
  relatedId: RelatedId,
  key: AttemptKey,
  /** As the person saw it: what somebody else decided meanwhile is not decided over their head. */
  seen: RelatedState,
  decision: RelatedDecision,
  ground: RelatedGround,
  pass: PassToken.exactOptional(),
})

const Decided = z.strictObject({ relatedId: RelatedId })

/**
 * Says that two deaths are related as proposed, or that they are not, and on what ground. Either is remembered; a person
 * may change it, the records do not.
 * @throws Refusal `stale`, `relation-decided`; `invalid-answers` for a ground of the other decision
 */
export const decideRelated = requires('related:decide')
  .input(Decision)
  .output(Decided)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'related.decide', areaId: input.areaId, input, outcome: Decided },
      async (tx) => {
        const { actor, parts } = ctx
        const { personId } = requirePerson(actor)
        const { areaId, relatedId, seen, decision, ground, pass } = input
        const related = await findRelated(tx, areaId, relatedId, { lock: true })
        await requirePass(parts.keyring, actor, casesOfRelated(related), pass)
        if (related.state !== seen) throw new Refusal('stale')
        const state = stepRelated(related.state, decision)
        if (!groundsOf[decision].includes(ground)) throw new Refusal('invalid-answers', ['ground'])
        const decided = { state: RelatedDecision.parse(state), ground, by: personId, at: parts.clock.now() }
        await saveRelatedDecision(tx, areaId, relatedId, decided)
        await parts.audit.record(tx, actor, areaId, {
          action: `related.${decision === 'confirmed' ? 'confirm' : 'dismiss'}`,
          object: { kind: 'related', id: relatedId },
          fieldClasses: ['identity'],
        })
        return { relatedId }
      },
    ),
  )
