import {
  type Adjudication,
  type AnalysisContent,
  AreaId,
  adjudicate,
  codeAgain,
  Refusal,
  SecondCodingId,
  ThirdAnswer,
  thirdAnalysis,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { caseCipher } from '../analysis/analysis-store.ts'
import { caseReviewFor, writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { AdjudicationReason, addAdjudication } from './adjudication-store.ts'
import { refuseBlinded } from './blindness.ts'
import { bothCodings } from './first-coding.ts'
import { secondCoding } from './second-coding-store.ts'

const which = {
  areaId: AreaId,
  codingId: SecondCodingId,
  key: AttemptKey,
  reason: AdjudicationReason,
}

/**
 * Settles which of two codings holds, or what does where neither does, and why, by somebody who gave neither. Both stay as they were given, and so does the
 * analysis the panel of the case agreed.
 * @throws Refusal `not-found`, `codings-agree`, `adjudicator-coded`, `stale` where somebody has settled it,
 * `second-coding-open`; `analysis-incomplete` and `modifiability-contradicts-factors` for a third answer that no form takes
 */
export const adjudicateCoding = requires('double-coding:adjudicate')
  .input(
    z.discriminatedUnion('holds', [
      z.strictObject({ ...which, holds: z.literal('first') }),
      z.strictObject({ ...which, holds: z.literal('second') }),
      z.strictObject({ ...which, holds: z.literal('third'), third: ThirdAnswer }),
    ]),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const { areaId, codingId, holds, reason } = input
    const by = writerOf(actor)
    const withheld = await caseReviewFor({ actor, assertion, parts }).secondCoding.withheld.query({ areaId })
    const change = { procedure: 'doubleCoding.adjudicate', areaId, input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const found = await secondCoding(tx, areaId, codingId, { lock: true })
      if (found.state !== 'final' || withheld.includes(found.caseId)) throw new Refusal('not-found')
      await refuseBlinded(tx, actor, areaId, found.caseId)
      const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
      const { caseId, first, second } = await bothCodings(tx, cipher, areaId, found)
      const [one, other] = [first.coding.content, second.coding.content]
      const third = input.holds === 'third' ? input.third : null
      const content: AnalysisContent =
        third === null ? (holds === 'first' ? one : other) : thirdAnalysis(one, other, { third, reason })
      const on = parts.clock.today()
      const settled: Adjudication = { adjudicatedBy: [by], adjudicatedOn: on, content, reason }
      adjudicate(codeAgain({ state: 'coded-once', caseId, first: first.coding }, second.coding), settled)
      if (!(await addAdjudication(tx, cipher, areaId, { codingId, holds, third, reason, by, on }))) {
        throw new Refusal('stale')
      }
      await parts.audit.record(tx, actor, areaId, {
        action: 'double-coding.adjudicate',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      return null
    })
  })
