import {
  AreaId,
  blankSelfAssessment,
  OrganisationId,
  PlainDate,
  RecommendationId,
  requireArea,
  SelfAssessmentAnswers,
} from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { Addressee, recommendationsOf } from '../recommendation/recommendation-store.ts'
import { recommendationWords } from '../recommendation/recommendation-words.ts'
import { requires } from '../rpc.ts'
import { answersOf, CorrectionOfAnswer, formOf } from './self-assessment-store.ts'

/** The form of an organisation: what it is asked, what it says, and every earlier version. Audited first. @throws Refusal `not-found` */
export const readSelfAssessmentForm = requires('self-assessment:read')
  .input(z.strictObject({ areaId: AreaId, year: ReportingYearCode, organisationId: OrganisationId }))
  .output(
    z.strictObject({
      organisation: Addressee,
      asked: z.array(
        z.strictObject({ recommendationId: RecommendationId, reference: z.string(), text: z.string() }),
      ),
      /** 0 before anything was saved. */
      version: z.int().nonnegative(),
      edit: z.int().nonnegative(),
      /** Of the newest version. */
      answers: SelfAssessmentAnswers,
      reason: CorrectionOfAnswer.nullable(),
      submittedOn: PlainDate.nullable(),
      /** When each version was submitted, the newest first. */
      submitted: z.array(z.strictObject({ version: z.int(), submittedOn: PlainDate })),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, year, organisationId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { organisation, recommendationIds } = await formOf(tx, areaId, { year, organisationId })
      await parts.audit.record(tx, actor, areaId, {
        action: 'self-assessment.read-form',
        object: { kind: 'organisation', id: organisationId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const versions = await answersOf(tx, cipher, areaId, { year, organisationId })
      const [newest] = versions
      const known = new Map((await recommendationsOf(tx, areaId)).map((one) => [one.recommendationId, one]))
      return {
        organisation,
        asked: recommendationIds.flatMap((recommendationId) => {
          const found = known.get(recommendationId)
          if (found === undefined) return []
          const { text } = recommendationWords.open(cipher, recommendationId, found.sealedWords)
          return [{ recommendationId, reference: found.reference, text }]
        }),
        version: newest?.version ?? 0,
        edit: newest?.edit ?? 0,
        answers: newest?.answers ?? blankSelfAssessment(recommendationIds),
        reason: newest?.reason ?? null,
        submittedOn: newest?.submittedOn ?? null,
        submitted: versions.flatMap(({ version, submittedOn }) =>
          submittedOn === null ? [] : [{ version, submittedOn }],
        ),
      }
    })
  })
