import type { Clock, PlainDate } from '@cdop/domain'
import {
  ANALYSIS_FORM,
  type Answers,
  type CompiledForm,
  convertAnswers,
  formInForce,
  formVersion,
  fromQuestionnaireResponse,
  statutoryForms,
  toQuestionnaireResponse,
  versionChanges,
} from '@cdop/forms'

export type FilledAnalysis = { readonly form: CompiledForm; readonly answers: Answers }

/**
 * The same answers in another version of the form. Where an answer had no place there they stay as they are: what a panel
 * or a meeting wrote is never left behind.
 */
function inVersion({ form, answers }: FilledAnalysis, version: string): FilledAnalysis {
  if (form.version === version) return { form, answers }
  const given = { url: ANALYSIS_FORM, version: form.version, answers, aside: {} }
  const there = convertAnswers(statutoryForms, versionChanges, given, version)
  if (Object.keys(there.aside).length > 0) return { form, answers }
  return { form: formVersion(statutoryForms, ANALYSIS_FORM, version), answers: there.answers }
}

/** Answers nobody has agreed or sent yet, in the form a panel is asked on that day. */
export function inFormInForce(filled: FilledAnalysis, on: PlainDate): FilledAnalysis {
  const { version } = formInForce(statutoryForms, ANALYSIS_FORM, on)
  return filled.form.version < version ? inVersion(filled, version) : filled
}

/** Two sets of answers, the earlier of the two forms brought to the later, so that they can stand side by side. */
export function inOneForm(one: FilledAnalysis, other: FilledAnalysis): [FilledAnalysis, FilledAnalysis] {
  return one.form.version < other.form.version
    ? [inVersion(one, other.form.version), other]
    : [one, inVersion(other, one.form.version)]
}

/** What was agreed or sent, as a draft that begins as its copy: in the form asked today, the very same where it is that. */
export function begunInForce(
  made: string,
  response: unknown,
  clock: Pick<Clock, 'today' | 'now'>,
): { formVersion: string; response: unknown } {
  const form = formVersion(statutoryForms, ANALYSIS_FORM, made)
  const begins = inFormInForce({ form, answers: fromQuestionnaireResponse(form, response) }, clock.today())
  if (begins.form === form) return { formVersion: made, response }
  const authored = { authored: clock.now(), status: 'in-progress' } as const
  return {
    formVersion: begins.form.version,
    response: toQuestionnaireResponse(begins.form, begins.answers, authored),
  }
}
