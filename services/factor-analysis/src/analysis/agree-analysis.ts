import type { CaseReviewRouter } from '@cdop/case-review/api'
import {
  type AnalysisContent,
  AreaId,
  CaseId,
  CategoryOfDeath,
  checkAnalysis,
  Modifiability,
  Refusal,
  relevanceOf,
} from '@cdop/domain'
import { ANALYSIS_FORM, formVersion, fromQuestionnaireResponse, statutoryForms } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { rememberReader } from '../double-coding/blindness.ts'
import { closeAgreed, livePanelToClose } from '../live-panel/close-agreed.ts'
import { requires } from '../rpc.ts'
import { analysisContent } from './analysis-content.ts'
import { addFactors, agree, type CountedFactor, caseCipher, findAnalysis } from './analysis-store.ts'
import { passFor } from './case-access.ts'

const AgreeAnalysis = z.strictObject({
  areaId: AreaId,
  caseId: CaseId,
  pass: z.string().max(4_000),
  key: AttemptKey,
  version: z.number().int().positive(),
})

const Agreed = z.strictObject({ primaryCategory: CategoryOfDeath, modifiability: Modifiability })
type Agreed = z.infer<typeof Agreed>

/** What is counted of an analysis: codes and grades, no words. */
function countedFactors(content: AnalysisContent): CountedFactor[] {
  return content.domains.flatMap((domain) =>
    domain.answer === 'factors'
      ? domain.factors.map((factor) => ({
          domain: domain.domain,
          code: factor.code,
          relevance: factor.relevance,
          modifiable: factor.relevance === 2 && factor.modifiable,
        }))
      : [],
  )
}

/**
 * The panel's agreement: a quorate meeting that has been held, a complete form whose outcome agrees with its factors.
 * Final: when the review begins again, the panel agrees the next version, and this one stays as it is.
 * @throws Refusal `panel-not-quorate`, `date-in-future`, `stale`, `analysis-agreed`, `analysis-incomplete`,
 * `modifiability-contradicts-factors`; `live-items-not-agreed` while a live panel on it is open in which an item that must be
 * answered is not agreed; `family-not-answered` while a question the family put to the panel has neither an answer nor a reason
 * why not
 */
export const agreeAnalysis = requires('analysis:agree')
  .input(AgreeAnalysis)
  .output(Agreed)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }): Promise<Agreed> => {
    const { areaId, caseId } = input
    await passFor(parts.keyring, actor, input)
    if (assertion === null) throw new Refusal('not-found')
    const caseReview = parts.call<CaseReviewRouter>('case-review', { kind: 'assertion', assertion })
    const deliberation = await caseReview.panelMeeting.deliberation.query({ areaId, caseId })
    const at = parts.clock.now()
    const change = { procedure: 'analysis.agree', areaId, input, outcome: Agreed }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await findAnalysis(tx, areaId, caseId, { lock: true })
      if (found === null) throw new Refusal('analysis-incomplete')
      if (found.state === 'agreed') throw new Refusal('analysis-agreed')
      if (found.version !== input.version) throw new Refusal('stale')
      if (!deliberation.quorate) throw new Refusal('panel-not-quorate', deliberation.missing.flat())
      if (deliberation.heldOn > parts.clock.today()) throw new Refusal('date-in-future')
      if (deliberation.familyQuestionsOpen > 0) throw new Refusal('family-not-answered')
      const form = formVersion(statutoryForms, ANALYSIS_FORM, found.formVersion)
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const stored = cipher.openJson('analyses', 'sealed_answers', found.sealedAnswers)
      const answers = form.schema.safeParse(fromQuestionnaireResponse(form, stored))
      if (!answers.success) {
        throw new Refusal(
          'analysis-incomplete',
          answers.error.issues.map((issue) => issue.path.join('.')),
        )
      }
      const content = analysisContent(form, answers.data)
      const { primaryCategory } = checkAnalysis(content)
      const { panelMeetingId, heldOn: reviewedOn } = deliberation
      const { modifiability, categories, perinatalKinds } = content
      const factors = countedFactors(content)
      const live = await livePanelToClose(tx, parts, { areaId, caseId, panelMeetingId })
      const { revision } = found
      const { firstReviewedOn } = deliberation
      await addFactors(tx, areaId, { caseId, revision }, factors)
      await agree(tx, areaId, caseId, { panelMeetingId, reviewedOn, primaryCategory, modifiability }, at)
      await closeAgreed(tx, actor, live, at)
      await parts.publisher.publish(tx, actor, areaId, {
        type: 'analysis.agreed.v1',
        subject: caseId,
        payload: {
          caseId,
          panelMeetingId,
          reviewedOn,
          analysisVersion: found.version + 1,
          ...(revision > 1 && { revision }),
          ...(firstReviewedOn !== null && { firstReviewedOn }),
          categories,
          primaryCategory,
          modifiability,
          factors,
          domains: content.domains.map((one) => ({ domain: one.domain, relevance: relevanceOf(one) })),
          ...(perinatalKinds && { perinatalKinds }),
        },
      })
      await rememberReader(tx, actor, areaId, caseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'analysis.agree',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      return { primaryCategory, modifiability }
    })
  })
