import type { Db } from '@cdop/database'
import { mayGather, type PlainDate, Refusal, type RequestHolder } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  FormVersionError,
  formVersion,
  REPORTING_FORM,
  statutoryForms,
} from '@cdop/forms'
import { type CaseRow, findCase } from '../case/case-store.ts'
import { findRequest, type RequestRow } from '../information-request/request-store.ts'

/**
 * The one request a link holder may answer, and its case.
 * @throws Refusal `link-dead` when it was recalled or the panel has reviewed the case
 */
export async function answering(
  tx: Db,
  holder: RequestHolder,
  options: { lock?: boolean } = {},
): Promise<{ request: RequestRow; found: CaseRow }> {
  const request = await findRequest(tx, holder.areaId, holder.subject, options)
  if (request === null || request.state === 'recalled') throw new Refusal('link-dead')
  const found = await findCase(tx, holder.areaId, request.caseId)
  if (found === null || !mayGather(found.stateBeforeMerge ?? found.state)) throw new Refusal('link-dead')
  return { request, found }
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
