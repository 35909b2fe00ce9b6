import { Refusal } from '@cdop/domain'
import {
  ANALYSIS_FORM,
  type Answers,
  type CompiledForm,
  FormVersionError,
  formVersion,
  statutoryForms,
} from '@cdop/forms'

/** @throws Refusal `invalid-answers` when there is no such version */
function draftedForm(version: string): CompiledForm {
  try {
    return formVersion(statutoryForms, ANALYSIS_FORM, version)
  } catch (thrown) {
    if (thrown instanceof FormVersionError) throw new Refusal('invalid-answers', ['formVersion'])
    throw thrown
  }
}

/**
 * An unfinished analysis as it was sent: each answer is right, any of them may be missing.
 * @throws Refusal `invalid-answers` naming the fields that are not
 */
export function draftedAnswers(sent: { formVersion: string; answers: unknown }): {
  form: CompiledForm
  answers: Answers
} {
  const form = draftedForm(sent.formVersion)
  const answers = form.draftSchema.safeParse(sent.answers)
  if (!answers.success) {
    throw new Refusal(
      'invalid-answers',
      answers.error.issues.map((issue) => issue.path.join('.')),
    )
  }
  return { form, answers: answers.data }
}
