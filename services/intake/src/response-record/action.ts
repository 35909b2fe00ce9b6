import { randomUUID } from 'node:crypto'
import { AreaId, PlainDate, Refusal, ResponseActionId, ResponseId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../on-call/require-person.ts'
import { requires } from '../rpc.ts'
import { addAction, markDone } from './action-store.ts'
import { ledRecord, WithheldCases } from './record-access.ts'
import { responseCipher } from './response-cipher.ts'
import { ActionWords } from './response-record.ts'

const Added = z.strictObject({ responseActionId: ResponseActionId })

/** Writes down what is to be done, by whom and by when. @throws Refusal `dates-out-of-order`, and as `ledRecord` */
export const addResponseAction = requires('response:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      withheld: WithheldCases,
      key: AttemptKey,
      ...ActionWords.shape,
      dueOn: PlainDate,
    }),
  )
  .output(Added)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, what, owner, dueOn } = input
    const person = requirePerson(actor)
    return changeOnce(
      ctx,
      { procedure: 'response.add-action', areaId, input, outcome: Added },
      async (tx) => {
        if (dueOn < parts.clock.today()) throw new Refusal('dates-out-of-order', ['dueOn'])
        await ledRecord(tx, person, input)
        const responseActionId = ResponseActionId.parse(randomUUID())
        const cipher = await responseCipher(tx, parts.keys, areaId, responseId)
        const by = { by: person.personId, at: parts.clock.now() }
        await addAction(tx, cipher, { areaId, responseId, responseActionId }, { what, owner, dueOn, ...by })
        await parts.audit.record(tx, actor, areaId, {
          action: 'response.add-action',
          object: { kind: 'response', id: responseId },
        })
        return { responseActionId }
      },
    )
  })

/** Records that it was done. @throws Refusal `stale` when somebody has, `date-in-future`, and as `ledRecord` */
export const finishResponseAction = requires('response:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      withheld: WithheldCases,
      key: AttemptKey,
      responseActionId: ResponseActionId,
      doneOn: PlainDate,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, responseActionId, doneOn } = input
    const person = requirePerson(actor)
    const change = { procedure: 'response.finish-action', areaId, input, outcome: z.null() }
    await changeOnce(ctx, change, async (tx) => {
      if (doneOn > parts.clock.today()) throw new Refusal('date-in-future', ['doneOn'])
      const { responseIds } = await ledRecord(tx, person, input)
      const done = { responseActionId, doneOn, by: person.personId, at: parts.clock.now() }
      if (!(await markDone(tx, { areaId, responseIds }, done))) throw new Refusal('stale')
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.finish-action',
        object: { kind: 'response', id: responseId },
      })
      return null
    })
  })
