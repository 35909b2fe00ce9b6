import { AreaId, CaseReference, PanelMeetingId, PlainDate, requireArea, SecondCodingId } from '@cdop/domain'
import { z } from 'zod'
import { caseReviewFor, writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { adjudicatedCodings } from './adjudication-store.ts'
import { CodingSample, samplesOf } from './coding-sample-store.ts'
import { secondCodings } from './second-coding-store.ts'

const ListedCoding = z.strictObject({
  codingId: SecondCodingId,
  sampleId: CodingSample.shape.sampleId,
  reference: CaseReference,
  panelMeetingId: PanelMeetingId,
  state: z.enum(['assigned', 'draft', 'final']),
  codedOn: PlainDate.nullable(),
  /** Whether there is something to settle; null before the second panel has finished. */
  differs: z.boolean().nullable(),
  adjudicated: z.boolean(),
  /** Whether the person who asks decided the first time and so never codes it. */
  decidedFirst: z.boolean(),
})

/**
 * How far double coding has come: each drawing with its rule, each case with its state, and nothing of what any panel said before
 * both have. Cases withheld from the person who asks are neither listed nor counted.
 */
export const listSecondCodings = requires('double-coding:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ samples: z.array(CodingSample), codings: z.array(ListedCoding) }))
  .query(async ({ ctx: { actor, assertion, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    const reader = writerOf(actor)
    const withheld = await caseReviewFor({ actor, assertion, parts }).secondCoding.withheld.query({ areaId })
    return parts.database.transaction(actor, async (tx) => {
      const codings = (await secondCodings(tx, areaId)).filter(({ caseId }) => !withheld.includes(caseId))
      const settled = await adjudicatedCodings(tx, areaId)
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'double-coding.list', object: { kind: 'area', id: areaId } },
        ...codings.map(({ caseId: id }) => ({ action: 'double-coding.list', object: { kind: 'case', id } })),
      )
      return {
        samples: await samplesOf(tx, areaId),
        codings: codings.flatMap((one) => {
          const { codingId, sampleId, reference, panelMeetingId, state, firstDecidedBy } = one
          if (state === 'withdrawn') return []
          const final = state === 'final' ? one : null
          return [
            {
              codingId,
              sampleId,
              reference,
              panelMeetingId,
              state,
              codedOn: final?.codedOn ?? null,
              differs: final?.differs ?? null,
              adjudicated: settled.has(codingId),
              decidedFirst: firstDecidedBy.includes(reader),
            },
          ]
        }),
      }
    })
  })
