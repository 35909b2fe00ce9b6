import type { Db } from '@cdop/database'
import {
  AreaId,
  blankSelfAssessment,
  OrganisationId,
  PlainDate,
  RecommendationId,
  requireArea,
  SelfAssessmentAnswers,
} from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { Addressee, recommendationsOf } from '../recommendation/recommendation-store.ts'
import { recommendationWords } from '../recommendation/recommendation-words.ts'
import { requires } from '../rpc.ts'
import { answersOf, CorrectionOfAnswer, type FormOf, formOf } from './self-assessment-store.ts'

/** A form as it is read: what is asked, what is said, and every earlier version. */
export const SelfAssessmentForm = z.strictObject({
  organisation: Addressee,
  asked: z.array(
    z.strictObject({ recommendationId: RecommendationId, reference: z.string(), text: z.string() }),
  ),
  /** 0 before anything was saved. */
  version: z.int().nonnegative(),
  edit: z.int().nonnegative(),
  /** Of the newest version. */
  answers: SelfAssessmentAnswers,
  /** The organisation itself saved it last, not somebody on its behalf. */
  byOrganisation: z.boolean(),
  reason: CorrectionOfAnswer.nullable(),
  submittedOn: PlainDate.nullable(),
  /** When each version was submitted, the newest first. */
  submitted: z.array(z.strictObject({ version: z.int(), submittedOn: PlainDate })),
})

/** The form of an organisation: what it is asked, what it says, and every earlier version. Audited first. @throws Refusal `not-found` */
export const readSelfAssessmentForm = requires('self-assessment:read')
  .input(z.strictObject({ areaId: AreaId, year: ReportingYearCode, organisationId: OrganisationId }))
  .output(SelfAssessmentForm)
  .query(({ ctx: { actor, parts }, input: { areaId, year, organisationId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, (tx) =>
      formAsRead(tx, parts, areaId, { year, organisationId }, () =>
        parts.audit.record(tx, actor, areaId, {
          action: 'self-assessment.read-form',
          object: { kind: 'organisation', id: organisationId },
        }),
      ),
    )
  })

/**
 * The form as it stands, once `audit` has recorded who reads it; to the organisation itself as it was submitted last, without why
 * it was corrected. @throws Refusal `not-found`
 */
export async function formAsRead(
  tx: Db,
  parts: ServiceParts,
  areaId: AreaId,
  of: FormOf & { byItself?: boolean },
  audit: () => Promise<void>,
): Promise<z.infer<typeof SelfAssessmentForm>> {
  const { organisation, recommendationIds } = await formOf(tx, areaId, of)
  await audit()
  const cipher = await areaCipher(tx, parts.keys, areaId)
  const versions = await answersOf(tx, cipher, areaId, of)
  const last = versions.find(({ submittedOn }) => submittedOn !== null)
  const newest = of.byItself && last !== undefined ? { ...last, reason: null } : versions[0]
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
    byOrganisation: newest?.byOrganisation ?? false,
    reason: newest?.reason ?? null,
    submittedOn: newest?.submittedOn ?? null,
    submitted: versions.flatMap(({ version, submittedOn }) =>
      submittedOn === null ? [] : [{ version, submittedOn }],
    ),
  }
}
