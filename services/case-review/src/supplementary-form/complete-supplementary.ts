import type { Db } from '@cdop/database'
import { Refusal } from '@cdop/domain'
import { type AnswerStatus, completeness } from '@cdop/forms'
import type { Parts } from '../parts.ts'
import { openFormsAskedWith, type RequestPlace, type StoredSupplementaryForm } from './request-form-store.ts'

/**
 * The supplementary forms asked with a request, when they are returned, and how each question of them stands, by
 * `kind/question`.
 * @throws Refusal `invalid-answers` with the kinds that are not complete
 */
export async function completeSupplementary(
  tx: Db,
  { keys }: Parts,
  place: RequestPlace,
): Promise<{ forms: StoredSupplementaryForm[]; answered: [string, AnswerStatus][] }> {
  const forms = await openFormsAskedWith(tx, keys, place)
  const unfinished = forms.filter(({ form, answers }) => !form.schema.safeParse(answers).success)
  if (unfinished.length > 0) {
    throw new Refusal(
      'invalid-answers',
      unfinished.map(({ kind }) => kind),
    )
  }
  const answered = forms.flatMap(({ kind, form, answers }) =>
    completeness(form, answers).map(({ path, status }): [string, AnswerStatus] => [
      `${kind}/${path}`,
      status,
    ]),
  )
  return { forms, answered }
}
