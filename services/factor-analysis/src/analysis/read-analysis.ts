import { AreaId, CaseId, CategoryOfDeath, Modifiability, PlainDate } from '@cdop/domain'
import {
  ANALYSIS_FORM,
  formInForce,
  formVersion,
  fromQuestionnaireResponse,
  SummarySection,
  statutoryForms,
  summary,
} from '@cdop/forms'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { caseCipher, findAnalysis } from './analysis-store.ts'
import { passFor } from './case-access.ts'

const AnalysisView = z.strictObject({
  state: z.enum(['none', 'draft', 'agreed']),
  version: z.number().int().nonnegative(),
  formVersion: z.string(),
  answers: z.record(z.string(), z.unknown()).nullable(),
  sections: z.array(SummarySection),
  agreed: z
    .strictObject({ primaryCategory: CategoryOfDeath, modifiability: Modifiability, reviewedOn: PlainDate })
    .nullable(),
})
type AnalysisView = z.infer<typeof AnalysisView>

/** The analysis of a case as far as it has come. */
export const readAnalysis = requires('analysis:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, pass: z.string().max(4_000) }))
  .output(AnalysisView)
  .query(async ({ ctx: { actor, parts }, input }): Promise<AnalysisView> => {
    const { areaId, caseId } = input
    await passFor(parts.keyring, actor, input)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'analysis.read',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      const found = await findAnalysis(tx, areaId, caseId)
      if (found === null) {
        const form = formInForce(statutoryForms, ANALYSIS_FORM, parts.clock.today())
        return {
          state: 'none',
          version: 0,
          formVersion: form.version,
          answers: null,
          sections: [],
          agreed: null,
        }
      }
      const form = formVersion(statutoryForms, ANALYSIS_FORM, found.formVersion)
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const answers = fromQuestionnaireResponse(
        form,
        cipher.openJson('analyses', 'sealed_answers', found.sealedAnswers),
      )
      const { state, version } = found
      return {
        state,
        version,
        formVersion: form.version,
        answers,
        sections: summary(form, answers),
        agreed:
          found.state === 'draft'
            ? null
            : {
                primaryCategory: found.primaryCategory,
                modifiability: found.modifiability,
                reviewedOn: found.reviewedOn,
              },
      }
    })
  })
