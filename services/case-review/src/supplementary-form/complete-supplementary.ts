import type { Db } from '@cdop/database'
import { Refusal } from '@cdop/domain'
import { type AnswerStatus, completeness } from '@cdop/forms'
import type { Parts } from '../parts.ts'
import { openFormsAskedWith, type RequestPlace } from './request-form-store.ts'

/**
 * How each question of the supplementary forms asked with a request stands, by `kind/question`, when they are returned.
 * @throws Refusal `invalid-answers` with the kinds that are not complete
 */
export async function completeSupplementary(
  tx: Db,
  { keys }: Parts,
  place: RequestPlace,
): Promise<[string, AnswerStatus][]> {
  const forms = await openFormsAskedWith(tx, keys, place)
  const unfinished = forms.filter(({ form, answers }) => !form.schema.safeParse(answers).success)
  if (unfinished.length > 0) {
    throw new Refusal(
      'invalid-answers',
      unfinished.map(({ kind }) => kind),
    )
  }
  return forms.flatMap(({ kind, form, answers }) =>
    completeness(form, answers).map(({ path, status }): [string, AnswerStatus] => [
      `${kind}/${path}`,
      status,
    ]),
  )
}
