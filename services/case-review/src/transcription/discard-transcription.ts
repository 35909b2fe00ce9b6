import { AreaId, InformationRequestId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { entering } from './entering.ts'
import { findOpenTranscription, markDiscarded } from './transcription-store.ts'

const outcome = z.strictObject({})

/** Throws away what was entered and not recorded. @throws Refusal `stale` when it has changed; `not-found`; as `entering` */
export const discardTranscription = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      key: AttemptKey,
      version: z.number().int().positive(),
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, version } = input
    const change = { areaId, procedure: 'transcription.discard', input, outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { cipher } = await entering(tx, parts, person, areaId, informationRequestId)
      const open = await findOpenTranscription(tx, cipher, { areaId, informationRequestId })
      if (open === null) throw new Refusal('not-found')
      if (open.version !== version) throw new Refusal('stale')
      await markDiscarded(tx, cipher, areaId, open.transcriptionId, parts.clock.now())
      await parts.audit.record(tx, actor, areaId, {
        action: 'transcription.discard',
        object: { kind: 'information-request', id: informationRequestId },
      })
      return {}
    })
  })
