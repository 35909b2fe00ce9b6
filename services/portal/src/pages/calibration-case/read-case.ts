import { CalibrationKey, Refusal } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { ANALYSIS_FORM, type Answers, type CompiledForm, formVersion, statutoryForms } from '@cdop/forms'
import type { PersonVisit } from '../../page/visit.ts'
import { draftAnswers } from '../../statutory-form/draft-answers.ts'

/** @throws Refusal `not-found` when the path can mean none */
export function caseKeyOf(visit: Pick<PersonVisit, 'param'>): CalibrationKey {
  const read = CalibrationKey.safeParse(visit.param('caseKey'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

export const calibration = (visit: PersonVisit) =>
  visit.call<FactorAnalysisRouter>('factor-analysis').calibration

/** An invented case and what one has put down of it oneself. */
export async function readCase(visit: PersonVisit) {
  const caseKey = caseKeyOf(visit)
  const opened = await calibration(visit).open.query({ areaId: visit.areaId, caseKey })
  const form: CompiledForm = formVersion(statutoryForms, ANALYSIS_FORM, opened.formVersion)
  const answers: Answers = draftAnswers(form, opened.answers)
  const { title, paragraphs, sections, state, version } = opened
  const asked = form.pages.map(({ linkId }) => linkId).filter((linkId) => sections.includes(linkId))
  const base = `/calibration/cases/${caseKey}`
  return { caseKey, base, title, paragraphs, asked, state, version, form, answers }
}

export type ReadCase = Awaited<ReturnType<typeof readCase>>
