import { randomUUID } from 'node:crypto'
import {
  AreaId,
  InformationRequestId,
  PlainDate,
  Refusal,
  TranscriptionChannel,
  TranscriptionId,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { emptyForms, entering } from './entering.ts'
import { findOpenTranscription, Informant, insertTranscription } from './transcription-store.ts'

const outcome = z.strictObject({ transcriptionId: TranscriptionId })

/**
 * Begins to enter what an agency told by telephone, letter, mail or at a meeting: who told it, when, and where it stands.
 * What the agency itself has begun is neither read nor changed.
 * @throws Refusal `stale` while somebody enters already; `date-in-future`; as `entering`
 */
export const beginTranscription = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      key: AttemptKey,
      informant: Informant,
      channel: TranscriptionChannel,
      toldOn: PlainDate,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, informant, channel, toldOn } = input
    const change = { areaId, procedure: 'transcription.begin', input, outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { cipher, request } = await entering(tx, parts, person, areaId, informationRequestId)
      if (toldOn > parts.clock.today()) throw new Refusal('date-in-future', ['toldOn'])
      const place = { areaId, informationRequestId }
      if ((await findOpenTranscription(tx, cipher, place)) !== null) throw new Refusal('stale')
      const transcriptionId = TranscriptionId.parse(randomUUID())
      await insertTranscription(tx, cipher, place, {
        transcriptionId,
        channel,
        toldOn,
        informant,
        forms: await emptyForms(tx, parts, { ...place, caseId: request.caseId }),
        version: 1,
        begunBy: person.personId,
        begunAt: parts.clock.now(),
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'transcription.begin',
        object: { kind: 'information-request', id: informationRequestId },
      })
      return { transcriptionId }
    })
  })
