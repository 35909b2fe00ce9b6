import { type AnalysisContent, checkAnalysis, Refusal } from '@cdop/domain'
import {
  ANALYSIS_FORM,
  type Answers,
  type CompiledForm,
  formVersion,
  fromQuestionnaireResponse,
  sectionProgress,
  statutoryForms,
} from '@cdop/forms'
import { analysisContent } from '../analysis/analysis-content.ts'
import { CALIBRATED_SECTIONS } from './asked-case.ts'

export type OwnContent = { form: CompiledForm; answers: Answers; content: AnalysisContent }

/**
 * A coding of an invented case as the rules know it, from the sections that are asked.
 * @throws Refusal `analysis-incomplete` naming what is missing, `modifiability-contradicts-factors`
 */
export function ownContent(madeWith: string, stored: unknown): OwnContent {
  const form = formVersion(statutoryForms, ANALYSIS_FORM, madeWith)
  const answers = fromQuestionnaireResponse(form, stored)
  const asked: readonly string[] = CALIBRATED_SECTIONS
  const missing = sectionProgress(form, answers, {})
    .filter(({ linkId, status }) => asked.includes(linkId) && status !== 'completed')
    .flatMap(({ missing: paths }) => paths)
  if (missing.length > 0) throw new Refusal('analysis-incomplete', missing)
  const content = analysisContent(form, answers)
  checkAnalysis(content)
  return { form, answers, content }
}
