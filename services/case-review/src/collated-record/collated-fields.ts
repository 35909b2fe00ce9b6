import type { Db } from '@cdop/database'
import {
  type AreaId,
  InformationRequestId,
  isAsked,
  type PlainDate,
  TranscriptionChannel,
} from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { type AnsweredForm, collate, statutoryForms, supplementaryKind } from '@cdop/forms'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { findReturn } from '../returned-form/returned-form-store.ts'
import { apartByTelling } from '../returned-form/told-by.ts'

/** What one agency said, with the version of what it returned. */
const Said = z.strictObject({
  informationRequestId: InformationRequestId,
  organisationName: z.string(),
  entry: z.number().int().positive(),
  answer: z.string(),
  notKnown: z.boolean(),
  /** How it was told, where it was entered on behalf of the agency. */
  transcribed: TranscriptionChannel.nullable(),
})

/** One question, with everybody who answered it. */
export const CollatedRow = z.strictObject({
  form: z.string(),
  question: z.string(),
  /** The version of the form the answers are read in. */
  formVersion: z.string(),
  label: z.string(),
  said: z.array(Said),
  conflict: z.boolean(),
})
export type CollatedRow = z.infer<typeof CollatedRow>

type Source = Pick<
  z.infer<typeof Said>,
  'informationRequestId' | 'organisationName' | 'entry' | 'transcribed'
>

/** What the agencies returned about a child, question by question, in today's versions of the forms. */
export async function collatedFields(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: CaseRow,
  today: PlainDate,
): Promise<CollatedRow[]> {
  const given: AnsweredForm<Source>[] = []
  for (const { state, caseId, informationRequestId, organisationName } of await requestsOf(
    tx,
    areaId,
    found,
  )) {
    if (!isAsked(state)) continue
    const place = { areaId, caseId, informationRequestId }
    const returned = await findReturn(tx, keys, place)
    if (returned === null) continue
    const { entry } = returned
    for (const { transcribed, forms } of await apartByTelling(tx, keys, place, returned)) {
      const source = { informationRequestId, organisationName, entry, transcribed }
      for (const { form, answers } of forms) given.push({ source, form, answers })
    }
  }
  return collate(statutoryForms, given, today).map(({ form, linkId, version, label, said, conflict }) => ({
    form: supplementaryKind(form) ?? 'reporting',
    question: linkId,
    formVersion: version,
    label,
    said: said.map(({ source, answer, notKnown }) => ({ ...source, answer, notKnown })),
    conflict,
  }))
}
