import { AreaId, OrganisationId, PlainDate, RecommendationId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { Addressee, findRecommendation } from '../recommendation/recommendation-store.ts'
import { requires } from '../rpc.ts'
import { acknowledge, addRecipient, recipientsOf } from './recipient-store.ts'

const Of = z.strictObject({
  areaId: AreaId,
  recommendationId: RecommendationId,
  key: AttemptKey,
  /** When it was sent, or read. */
  on: PlainDate,
})
const Done = z.strictObject({ recommendationId: RecommendationId })

/**
 * Records to which organisations a recommendation was sent that was issued. Sent again, the first day stays.
 * @throws Refusal `not-allowed-in-this-state` before it is issued, `date-in-future`, `dates-out-of-order`, `not-found`
 */
export const sendRecommendation = requires('recommendation:write')
  .input(Of.extend({ organisations: z.array(Addressee).min(1).max(100) }))
  .output(Done)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, recommendationId, organisations, on } = input
    const change = { procedure: 'recommendation.send', areaId, input, outcome: Done }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await findRecommendation(tx, areaId, recommendationId, { lock: true })
      if (found === null) throw new Refusal('not-found')
      if (found.informedOn === null) throw new Refusal('not-allowed-in-this-state')
      if (on > parts.clock.today()) throw new Refusal('date-in-future', ['on'])
      if (on < found.informedOn) throw new Refusal('dates-out-of-order', ['on'])
      for (const one of organisations)
        await addRecipient(tx, areaId, { kind: 'recommendation', id: recommendationId }, one, { on, by })
      await parts.audit.record(tx, actor, areaId, {
        action: 'recommendation.send',
        object: { kind: 'recommendation', id: recommendationId },
      })
      return { recommendationId }
    })
  })

/**
 * Records that an organisation has said that it read a recommendation. Once is enough: the first day stays.
 * @throws Refusal `date-in-future`, `dates-out-of-order` for a day before it was sent, `not-found`
 */
export const acknowledgeRecommendation = requires('recommendation:write')
  .input(Of.extend({ organisationId: OrganisationId }))
  .output(Done)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, recommendationId, organisationId, on } = input
    const change = { procedure: 'recommendation.acknowledge', areaId, input, outcome: Done }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await findRecommendation(tx, areaId, recommendationId, { lock: true })
      const sent = { kind: 'recommendation' as const, id: recommendationId }
      const recipients = await recipientsOf(tx, areaId, sent)
      const recipient = recipients.find((one) => one.organisationId === organisationId)
      if (recipient === undefined) throw new Refusal('not-found')
      if (on > parts.clock.today()) throw new Refusal('date-in-future', ['on'])
      if (on < recipient.sentOn) throw new Refusal('dates-out-of-order', ['on'])
      if (recipient.acknowledgedOn !== null) return { recommendationId }
      await acknowledge(tx, areaId, sent, organisationId, { on, by })
      await parts.audit.record(tx, actor, areaId, {
        action: 'recommendation.acknowledge',
        object: { kind: 'recommendation', id: recommendationId },
      })
      return { recommendationId }
    })
  })
