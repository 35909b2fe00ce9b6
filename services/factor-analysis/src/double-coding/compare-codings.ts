import {
  AreaId,
  CaseReference,
  CategoryOfDeath,
  Modifiability,
  NamedFactor,
  namedFactors,
  PlainDate,
  primaryCategory,
  Refusal,
  requireArea,
  SecondCodingId,
  ThirdAnswer,
} from '@cdop/domain'
import { SummarySection } from '@cdop/forms'
import { z } from 'zod'
import { AnalysisDifference, differencesBetween } from '../analysis/analysis-difference.ts'
import { caseCipher } from '../analysis/analysis-store.ts'
import { caseReviewFor, writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { adjudicationOf, Holds, openReasonOf, openThirdOf } from './adjudication-store.ts'
import { readUnblinded } from './blindness.ts'
import { bothCodings } from './first-coding.ts'
import { secondCoding } from './second-coding-store.ts'

const Compared = z.strictObject({
  reference: CaseReference,
  first: z.strictObject({ codedOn: PlainDate, sections: z.array(SummarySection) }),
  second: z.strictObject({ codedOn: PlainDate, sections: z.array(SummarySection) }),
  /** Answer by answer, what the second panel said otherwise than the first. */
  differences: z.array(AnalysisDifference),
  /** False where only words differ: there is nothing to settle. */
  differs: z.boolean(),
  /** What a third answer speaks of: what each panel said in codes. */
  asked: z.strictObject({
    categories: z.strictObject({ first: CategoryOfDeath, second: CategoryOfDeath }),
    modifiability: z.strictObject({ first: Modifiability, second: Modifiability }),
    factors: z.array(NamedFactor),
  }),
  adjudication: z
    .strictObject({ holds: Holds, third: ThirdAnswer.nullable(), reason: z.string(), on: PlainDate })
    .nullable(),
  /** It is not settled, and the person who asks gave neither coding. */
  mayAdjudicate: z.boolean(),
})
type Compared = z.infer<typeof Compared>

/**
 * Two codings of a case side by side, once both are given. Audited first.
 * @throws Refusal `not-found` also before the second panel has finished, and for a case withheld from whoever asks;
 * `second-coding-open` where it was reviewed anew since and is coded again
 */
export const compareCodings = requires('double-coding:adjudicate')
  .input(z.strictObject({ areaId: AreaId, codingId: SecondCodingId }))
  .output(Compared)
  .query(async ({ ctx: { actor, assertion, parts }, input: { areaId, codingId } }): Promise<Compared> => {
    requireArea(actor, areaId)
    const reader = writerOf(actor)
    const withheld = await caseReviewFor({ actor, assertion, parts }).secondCoding.withheld.query({ areaId })
    return parts.database.transaction(actor, async (tx) => {
      const found = await secondCoding(tx, areaId, codingId)
      if (found.state !== 'final' || withheld.includes(found.caseId)) throw new Refusal('not-found')
      await readUnblinded(tx, actor, areaId, found.caseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'double-coding.compare',
        object: { kind: 'case', id: found.caseId },
        fieldClasses: ['analysis'],
      })
      const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
      const { first, second } = await bothCodings(tx, cipher, areaId, found)
      const settled = await adjudicationOf(tx, areaId, codingId)
      const decided = [...found.firstDecidedBy, ...found.decidedBy].includes(reader)
      const [one, other] = [first.coding.content, second.coding.content]
      return {
        reference: found.reference,
        first: { codedOn: first.coding.codedOn, sections: [...first.sections] },
        second: { codedOn: second.coding.codedOn, sections: [...second.sections] },
        differences: differencesBetween([...first.sections], [...second.sections]),
        differs: found.differs,
        asked: {
          categories: { first: primaryCategory(one.categories), second: primaryCategory(other.categories) },
          modifiability: { first: one.modifiability, second: other.modifiability },
          factors: namedFactors(one, other),
        },
        adjudication: settled && {
          holds: settled.holds,
          third: openThirdOf(cipher, codingId, settled),
          reason: openReasonOf(cipher, codingId, settled),
          on: settled.adjudicatedOn,
        },
        mayAdjudicate: settled === null && found.differs && !decided,
      }
    })
  })
