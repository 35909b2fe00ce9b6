import { type LiveStanding, liveStanding, type PlainDate } from '@cdop/domain'
import { blindIndex, type KeyProvider, type SubjectCipher } from '@cdop/encryption'
import {
  ANALYSIS_FORM,
  type Answers,
  answersIn,
  type CompiledForm,
  formInForce,
  formVersion,
  fromQuestionnaireResponse,
  type SummarySection,
  sectionProgress,
  statutoryForms,
  summary,
} from '@cdop/forms'
import type { StoredAnalysis } from '../analysis/analysis-store.ts'
import { inFormInForce } from '../analysis/form-in-force.ts'
import type { LastDecision } from './live-decision-store.ts'
import type { LivePlace } from './live-session-store.ts'

/** The analysis as far as it is drafted: the form it is made with, and its answers. */
export type DraftedAnalysis = { form: CompiledForm; answers: Answers }

/** Opens the analysis before the panel; blank, in the form of today, before anybody drafted it. */
export function draftedAnalysis(
  found: StoredAnalysis | null,
  cipher: SubjectCipher,
  today: PlainDate,
): DraftedAnalysis {
  if (found === null) return { form: formInForce(statutoryForms, ANALYSIS_FORM, today), answers: {} }
  const made = formVersion(statutoryForms, ANALYSIS_FORM, found.formVersion)
  const sealed = cipher.openJson('analyses', 'sealed_answers', found.sealedAnswers)
  const filled = { form: made, answers: fromQuestionnaireResponse(made, sealed) }
  return found.state === 'draft' ? inFormInForce(filled, today) : filled
}

/** One item the panel agrees: a section of the form, as it stands. */
export type LiveItem = LiveStanding & {
  readonly item: string
  readonly title: string
  /** Nothing in it has to be answered. */
  readonly optional: boolean
  /** Everything in it that must be answered is. */
  readonly answered: boolean
  /** A keyed hash of its answer: the same as long as the answer is. */
  readonly digest: string
  readonly rows: SummarySection['rows']
  readonly last: LastDecision | null
}

/** The items of the form, in its order, each with its answer and how it stands. */
export function liveItems(
  keys: KeyProvider,
  place: LivePlace,
  { form, answers }: DraftedAnalysis,
  decisions: ReadonlyMap<string, LastDecision>,
): LiveItem[] {
  const shown = new Map(summary(form, answers).map(({ linkId, rows }) => [linkId, rows]))
  const pages = new Map(form.pages.map((page) => [page.linkId, page]))
  return sectionProgress(form, answers, {}).flatMap(({ linkId, title, optional, asked, missing }) => {
    const page = pages.get(linkId)
    if (page === undefined || !asked) return []
    // The version of the form is part of it: another form asks something else.
    const written = `${place.caseId}\u0000${linkId}\u0000${form.version}\u0000${answersIn(page, answers)}`
    const digest = blindIndex(keys, 'live-item', written).toString('base64')
    const last = decisions.get(linkId) ?? null
    const answered = missing.length === 0
    const rows = shown.get(linkId) ?? []
    return [{ ...liveStanding(last, digest), item: linkId, title, optional, answered, digest, rows, last }]
  })
}
