import { AreaId, Refusal, ResponseId, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { requirePerson } from '../on-call/require-person.ts'
import { requires } from '../rpc.ts'
import { addCheck, checksOf } from './check-store.ts'
import { requireRunning, seeRecord, WithheldCases } from './record-access.ts'
import { responseCipher } from './response-cipher.ts'

/**
 * The designated doctor's word on whether the record of a response is adequate, or what is lacking. Later ones stand
 * beside the earlier.
 * @throws Refusal `invalid-answers` when neither or both are said, `stale`, `response-not-running`, and as `seeRecord`
 */
export const checkResponseRecord = requires('response:check')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      withheld: WithheldCases,
      key: AttemptKey,
      pass: PassToken.optional(),
      /** How often it had been checked when this was written. */
      checked: z.int().nonnegative(),
      adequate: z.boolean(),
      lacking: text(2_000).nullable(),
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, checked, adequate, lacking } = input
    const person = requirePerson(actor)
    if (adequate !== (lacking === null)) throw new Refusal('invalid-answers', ['lacking'])
    const change = { procedure: 'response.check', areaId, input, outcome: z.null() }
    await changeOnce(ctx, change, async (tx) => {
      const seen = { person, keyring: parts.keyring }
      const { response } = await seeRecord(tx, seen, input, { lock: true })
      await requireRunning(tx, areaId, response)
      const before = await checksOf(tx, parts.keys, areaId, responseId)
      if (before.length !== checked) throw new Refusal('stale')
      const cipher = await responseCipher(tx, parts.keys, areaId, responseId)
      const by = { checkedBy: person.personId, checkedAt: parts.clock.now() }
      await addCheck(tx, cipher, { areaId, responseId }, { number: checked + 1, adequate, lacking, ...by })
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.check',
        object: { kind: 'response', id: responseId },
      })
      return null
    })
  })
