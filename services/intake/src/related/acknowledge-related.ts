import { AreaId, RelatedId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { requirePass } from '../identity/require-pass.ts'
import { requirePerson } from '../identity/require-person.ts'
import { requires } from '../rpc.ts'
import { casesOfRelated, findRelated } from './related-row.ts'
import { saveSeen } from './relation-store.ts'

const Acknowledged = z.strictObject({ relatedId: RelatedId })

/** A designated doctor says that they have seen another death in a household: it leaves their desk, and no other's. */
export const acknowledgeRelated = requires('related:acknowledge')
  .input(
    z.strictObject({
      areaId: AreaId,
      relatedId: RelatedId,
      key: AttemptKey,
      pass: PassToken.exactOptional(),
    }),
  )
  .output(Acknowledged)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'related.acknowledge', areaId: input.areaId, input, outcome: Acknowledged },
      async (tx) => {
        const { actor, parts } = ctx
        const { personId } = requirePerson(actor)
        const { areaId, relatedId, pass } = input
        const related = await findRelated(tx, areaId, relatedId)
        await requirePass(parts.keyring, actor, casesOfRelated(related), pass)
        await saveSeen(tx, areaId, relatedId, { by: personId, at: parts.clock.now() })
        await parts.audit.record(tx, actor, areaId, {
          action: 'related.acknowledge',
          object: { kind: 'related', id: relatedId },
        })
        return { relatedId }
      },
    ),
  )
