import type { Db } from '@cdop/database'
import { Refusal } from '@cdop/domain'
import { type AnswerStatus, completeness, unfinishedSections } from '@cdop/forms'
import type { Parts } from '../parts.ts'
import { sectionWords } from '../reporting-form/section-store.ts'
import { openFormsAskedWith, type RequestPlace, type StoredSupplementaryForm } from './request-form-store.ts'

/**
 * The supplementary forms asked with a request, when they are returned, and how each question of them stands, by
 * `kind/question`.
 * @throws Refusal `invalid-answers` with the kinds that are not complete; `sections-unfinished` while a section that is
 * needed is not said to be completed
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
  const wordsOf = await sectionWords(tx, place)
  if (forms.some(({ kind, form, answers }) => unfinishedSections(form, answers, wordsOf(kind)).length > 0)) {
    throw new Refusal('sections-unfinished')
  }
  const answered = forms.flatMap(({ kind, form, answers }) =>
    completeness(form, answers).map(({ path, status }): [string, AnswerStatus] => [
      `${kind}/${path}`,
      status,
    ]),
  )
  return { forms, answered }
}
