import { Refusal, SecondCodingId } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { ANALYSIS_FORM, type Answers, type CompiledForm, formVersion, statutoryForms } from '@cdop/forms'
import type { clientOf } from '@cdop/rpc'
import type { PersonVisit } from '../../page/visit.ts'
import { draftAnswers } from '../../statutory-form/draft-answers.ts'

type DoubleCoding = ReturnType<typeof clientOf<FactorAnalysisRouter>>['doubleCoding']

/** What a second panel reads of a case it codes. */
export type PackToCode = Awaited<ReturnType<DoubleCoding['open']['query']>>['pack']

/** @throws Refusal `not-found` when the path can mean none */
export function codingIdOf(visit: Pick<PersonVisit, 'param'>): SecondCodingId {
  const read = SecondCodingId.safeParse(visit.param('codingId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

export const doubleCoding = (visit: PersonVisit): DoubleCoding =>
  visit.call<FactorAnalysisRouter>('factor-analysis').doubleCoding

/** The case to code and what the second panel has put down itself. */
export async function readCoding(visit: PersonVisit) {
  const codingId = codingIdOf(visit)
  const opened = await doubleCoding(visit).open.query({ areaId: visit.areaId, codingId })
  const form: CompiledForm = formVersion(statutoryForms, ANALYSIS_FORM, opened.formVersion)
  const answers: Answers = draftAnswers(form, opened.answers)
  const { state, version, pack, meeting } = opened
  return { codingId, base: `/double-coding/${codingId}`, state, version, pack, meeting, form, answers }
}
