import { AreaId, CaseId, CategoryOfDeath, Modifiability, PlainDate } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
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
import { readUnblinded } from '../double-coding/blindness.ts'
import { requires } from '../rpc.ts'
import { AnalysisDifference, differencesBetween } from './analysis-difference.ts'
import { caseCipher, type StoredAnalysis, versionsOf } from './analysis-store.ts'
import { passFor } from './case-access.ts'
import { type FilledAnalysis, inFormInForce, inOneForm } from './form-in-force.ts'

const Outcome = z.strictObject({
  primaryCategory: CategoryOfDeath,
  modifiability: Modifiability,
  reviewedOn: PlainDate,
})

const AnalysisView = z.strictObject({
  state: z.enum(['none', 'draft', 'agreed']),
  /** Which agreement of the case it is, or will be. */
  revision: z.number().int().positive(),
  version: z.number().int().nonnegative(),
  formVersion: z.string(),
  answers: z.record(z.string(), z.unknown()).nullable(),
  sections: z.array(SummarySection),
  agreed: Outcome.nullable(),
  /** What the panel agreed before, the newest first. */
  earlier: z.array(
    z.strictObject({
      revision: z.number().int().positive(),
      agreed: Outcome,
      sections: z.array(SummarySection),
    }),
  ),
  /** Answer by answer, what this version says otherwise than the one agreed before it. */
  differences: z.array(AnalysisDifference),
})
type AnalysisView = z.infer<typeof AnalysisView>

/** A version with its answers opened, in the form it was made with. */
function opened(cipher: SubjectCipher, { formVersion: made, sealedAnswers }: StoredAnalysis) {
  const form = formVersion(statutoryForms, ANALYSIS_FORM, made)
  const answers = fromQuestionnaireResponse(
    form,
    cipher.openJson('analyses', 'sealed_answers', sealedAnswers),
  )
  return { form, answers, sections: summary(form, answers) }
}

function differing(before: FilledAnalysis, now: FilledAnalysis): AnalysisDifference[] {
  const [was, is] = inOneForm(before, now)
  return differencesBetween(summary(was.form, was.answers), summary(is.form, is.answers))
}

function outcomeOf(found: StoredAnalysis): z.infer<typeof Outcome> | null {
  if (found.state === 'draft') return null
  const { primaryCategory, modifiability, reviewedOn } = found
  return { primaryCategory, modifiability, reviewedOn }
}

/** The analysis of a case as far as it has come, with every version the panel agreed before. */
export const readAnalysis = requires('analysis:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, pass: z.string().max(4_000) }))
  .output(AnalysisView)
  .query(async ({ ctx: { actor, parts }, input }): Promise<AnalysisView> => {
    const { areaId, caseId } = input
    await passFor(parts.keyring, actor, input)
    return parts.database.transaction(actor, async (tx) => {
      await readUnblinded(tx, actor, areaId, caseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'analysis.read',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      const [found, ...before] = await versionsOf(tx, areaId, caseId)
      if (found === undefined) {
        const form = formInForce(statutoryForms, ANALYSIS_FORM, parts.clock.today())
        return {
          state: 'none',
          revision: 1,
          version: 0,
          formVersion: form.version,
          answers: null,
          sections: [],
          agreed: null,
          earlier: [],
          differences: [],
        }
      }
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const stored = opened(cipher, found)
      const shown = found.state === 'draft' ? inFormInForce(stored, parts.clock.today()) : stored
      const earlier = before.flatMap((one) => {
        const agreed = outcomeOf(one)
        return agreed === null
          ? []
          : [{ revision: one.revision, agreed, sections: opened(cipher, one).sections }]
      })
      const [last] = before
      const { state, revision, version } = found
      return {
        state,
        revision,
        version,
        formVersion: shown.form.version,
        answers: shown.answers,
        sections: summary(shown.form, shown.answers),
        agreed: outcomeOf(found),
        earlier,
        differences: last === undefined ? [] : differing(opened(cipher, last), shown),
      }
    })
  })
