import type { Db } from '@cdop/database'
import { type PlainDate, Refusal, type RequestHolder } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  FormVersionError,
  formVersion,
  REPORTING_FORM,
  statutoryForms,
} from '@cdop/forms'
import { type Answerable, answerable } from '../information-request/answerable.ts'

/**
 * The one request a link holder may answer, and its case.
 * @throws Refusal `link-dead` when it was recalled or sent on, or the panel has reviewed the case; `case-on-its-way`,
 * `request-moved`
 */
export async function answering(
  tx: Db,
  holder: RequestHolder,
  options: { lock?: boolean } = {},
): Promise<Answerable> {
  const found = await answerable(tx, holder.areaId, holder.subject, options)
  if (found === null) throw new Refusal('link-dead')
  return found
}

/** The version of the reporting form that was answered. @throws Refusal `invalid-answers` when there is none such */
export function answeredForm(version: string): CompiledForm {
  try {
    return formVersion(statutoryForms, REPORTING_FORM, version)
  } catch (thrown) {
    if (thrown instanceof FormVersionError) throw new Refusal('invalid-answers', ['formVersion'])
    throw thrown
  }
}

/** The date questions answered with a day that has not come. The forms' schemas have no clock. */
function futureDates(form: CompiledForm, answers: Answers, today: PlainDate): string[] {
  return form.pages
    .flatMap((page) => page.items)
    .filter((item) => item.kind === 'date')
    .map((item) => item.linkId)
    .filter((linkId) => {
      const answer = answers[linkId]
      return typeof answer === 'string' && answer > today
    })
}

/**
 * Parses answers from the wire: all of them when the form is returned, some of them in a draft.
 * @throws Refusal `invalid-answers` or `date-in-future`, naming the questions
 */
export function parseAnswers(
  form: CompiledForm,
  answers: unknown,
  { complete, today }: { complete: boolean; today: PlainDate },
): Answers {
  const parsed = (complete ? form.schema : form.draftSchema).safeParse(answers)
  if (parsed.success) {
    const future = futureDates(form, parsed.data, today)
    if (future.length > 0) throw new Refusal('date-in-future', future)
    return parsed.data
  }
  throw new Refusal('invalid-answers', [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))])
}
