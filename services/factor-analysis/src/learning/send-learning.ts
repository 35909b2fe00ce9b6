import { AreaId, LearningId, OrganisationId, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { acknowledge, addRecipient, recipientsOf } from '../dissemination/recipient-store.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { Addressee } from '../recommendation/recommendation-store.ts'
import { requires } from '../rpc.ts'
import { findLearning } from './learning-store.ts'

const Of = z.strictObject({
  areaId: AreaId,
  learningId: LearningId,
  key: AttemptKey,
  /** When it was sent, or read. */
  on: PlainDate,
})
const Done = z.strictObject({ learningId: LearningId })

/**
 * Records to which organisations a learning point was sent. Sent again, the first day stays.
 * @throws Refusal `date-in-future`, `dates-out-of-order` for a day before it was issued, `not-found`
 */
export const sendLearning = requires('learning:send')
  .input(Of.extend({ organisations: z.array(Addressee).min(1).max(100) }))
  .output(Done)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, learningId, organisations, on } = input
    const change = { procedure: 'learning.send', areaId, input, outcome: Done }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await findLearning(tx, areaId, learningId)
      if (found === null) throw new Refusal('not-found')
      if (on > parts.clock.today()) throw new Refusal('date-in-future', ['on'])
      if (on < found.issuedOn) throw new Refusal('dates-out-of-order', ['on'])
      const sent = { kind: 'learning' as const, id: learningId }
      for (const one of organisations) await addRecipient(tx, areaId, sent, one, { on, by })
      await parts.audit.record(tx, actor, areaId, {
        action: 'learning.send',
        object: { kind: 'learning', id: learningId },
      })
      return { learningId }
    })
  })

/**
 * Records that an organisation has said that it read a learning point. Once is enough: the first day stays.
 * @throws Refusal `date-in-future`, `dates-out-of-order` for a day before it was sent, `not-found`
 */
export const acknowledgeLearning = requires('learning:send')
  .input(Of.extend({ organisationId: OrganisationId }))
  .output(Done)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, learningId, organisationId, on } = input
    const change = { procedure: 'learning.acknowledge', areaId, input, outcome: Done }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const sent = { kind: 'learning' as const, id: learningId }
      const recipient = (await recipientsOf(tx, areaId, sent, { lock: true })).find(
        (one) => one.organisationId === organisationId,
      )
      if (recipient === undefined) throw new Refusal('not-found')
      if (on > parts.clock.today()) throw new Refusal('date-in-future', ['on'])
      if (on < recipient.sentOn) throw new Refusal('dates-out-of-order', ['on'])
      if (recipient.acknowledgedOn !== null) return { learningId }
      await acknowledge(tx, areaId, sent, organisationId, { on, by })
      await parts.audit.record(tx, actor, areaId, {
        action: 'learning.acknowledge',
        object: { kind: 'learning', id: learningId },
      })
      return { learningId }
    })
  })
