import {
  AreaId,
  addMonths,
  londonInstant,
  PlainDate,
  PlainTime,
  ResponseId,
  responseStep,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaSettings } from '../area/area-settings-store.ts'
import { requires } from '../rpc.ts'
import { planStep } from './due-steps.ts'
import { lockVersion } from './response-store.ts'

const Outcome = z.strictObject({ responseId: ResponseId, destroyOn: PlainDate })

const midnight = PlainTime.parse('00:00')

/**
 * Closes a response because the child lived. What it holds is destroyed after the months the area's setting says on
 * this day. It never becomes a notification, a case or a figure.
 * @throws Refusal `stale` or `response-decided`
 */
export const recordChildLived = requires('response:follow')
  .input(
    z.strictObject({ areaId: AreaId, responseId: ResponseId, version: z.int().positive(), key: AttemptKey }),
  )
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId } = input
    const change = { procedure: 'response.recordChildLived', areaId, input, outcome: Outcome }
    return changeOnce(ctx, change, async (tx) => {
      const state = responseStep((await lockVersion(tx, input)).state, 'child-lived')
      const livedOn = parts.clock.today()
      const { childLivedRecordMonths } = await areaSettings(tx, areaId)
      const destroyOn = addMonths(livedOn, childLivedRecordMonths)
      await tx`
        update intake.responses
        set state = ${state}, version = version + 1, lived_on = ${livedOn}, destroy_on = ${destroyOn}
        where area_id = ${areaId} and response_id = ${responseId}
      `
      await planStep(tx, { areaId, responseId, step: 'destroy' }, londonInstant(destroyOn, midnight))
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.child-lived',
        object: { kind: 'response', id: responseId },
      })
      return { responseId, destroyOn }
    })
  })
