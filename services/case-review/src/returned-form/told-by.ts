import type { Db } from '@cdop/database'
import type { TranscriptionChannel } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import type { RequestPlace } from '../supplementary-form/request-form-store.ts'
import { wholeReturn } from '../transcription/whole-return.ts'
import { findReturn, type Return } from './returned-form-store.ts'

/** The answers of a version that came in one way: by the agency itself (null), or told to the panel's office. */
type ToldForms = { transcribed: TranscriptionChannel | null; forms: Return['forms'] }

/**
 * A version of what an agency returned, apart by how each answer was told. A version entered on behalf of an agency holds
 * what was returned before it too, and a part what the office was told before: an answer that is the same as before keeps the mark
 * it had.
 */
export async function apartByTelling(
  tx: Db,
  keys: KeyProvider,
  place: RequestPlace,
  { entry, transcribed, part, forms }: Return,
): Promise<ToldForms[]> {
  if (transcribed === null && !part) return [{ transcribed, forms }]
  const before = entry === 1 ? null : await findReturn(tx, keys, place, entry - 1)
  if (before === null) return [{ transcribed, forms }]
  const parts = (await apartByTelling(tx, keys, place, before)).map((earlier) => ({
    transcribed: earlier.transcribed,
    forms: forms.map((form) => pick(form, (linkId) => isSame(earlier.forms, form, linkId))),
  }))
  const known = (name: string, linkId: string) =>
    parts.some((earlier) => earlier.forms.some((one) => one.name === name && linkId in one.answers))
  return [
    ...parts,
    { transcribed, forms: forms.map((form) => pick(form, (linkId) => !known(form.name, linkId))) },
  ]
}

/** Of a version, what the panel's office was told: the forms with those answers alone. */
export async function toldToOffice(
  tx: Db,
  keys: KeyProvider,
  place: RequestPlace,
  returned: Return,
): Promise<Return['forms']> {
  return (await apartByTelling(tx, keys, place, returned))
    .filter(({ transcribed }) => transcribed !== null)
    .reduce<Return['forms']>((all, { forms }) => wholeReturn(all, forms), [])
    .filter(({ answers }) => Object.keys(answers).length > 0)
}

type OneForm = Return['forms'][number]

function pick(form: OneForm, keeps: (linkId: string) => boolean): OneForm {
  return {
    ...form,
    answers: Object.fromEntries(Object.entries(form.answers).filter(([linkId]) => keeps(linkId))),
  }
}

function isSame(before: Return['forms'], { name, form, answers }: OneForm, linkId: string): boolean {
  const earlier = before.find((one) => one.name === name && one.form.version === form.version)
  const answer = earlier?.answers[linkId]
  return answer !== undefined && JSON.stringify(answer) === JSON.stringify(answers[linkId])
}
