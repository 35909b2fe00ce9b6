import type { Db } from '@cdop/database'
import type { AreaId, PlainDate } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { collate, formVersion, statutoryForms, supplementaryKind } from '@cdop/forms'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import { type CaveatRow, caveatsOf } from '../caveat/caveat-store.ts'
import { CaveatMark, marksOn } from '../caveat/withhold.ts'
import { ReturnedFormName } from '../returned-form/returned-form-store.ts'
import { AnswerSource, answeredForms } from './answered-forms.ts'

/** What one agency said, with the version of what it returned. */
const Said = AnswerSource.extend({
  answer: z.string(),
  notKnown: z.boolean(),
  /** Whom it is kept from: the office reads it all the same. */
  caveats: z.array(CaveatMark),
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

/** The caveats over what one agency said, in whatever version of the form it is read. */
function marks(
  caveats: readonly CaveatRow[],
  { informationRequestId }: AnswerSource,
  { form: url, version, linkId }: { form: string; version: string; linkId: string },
): CaveatMark[] {
  const form = formVersion(statutoryForms, url, version)
  const name = ReturnedFormName.parse(supplementaryKind(url) ?? 'reporting')
  return marksOn({ informationRequestId, name, form }, caveats).get(linkId) ?? []
}

/** What the agencies returned about a child, question by question, in today's versions of the forms. */
export async function collatedFields(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: CaseRow,
  today: PlainDate,
): Promise<CollatedRow[]> {
  const given = await answeredForms(tx, keys, areaId, found)
  const caveats = await caveatsOf(tx, areaId, found.caseIds)
  return collate(statutoryForms, given, today).map(({ form, linkId, version, label, said, conflict }) => ({
    form: supplementaryKind(form) ?? 'reporting',
    question: linkId,
    formVersion: version,
    label,
    said: said.map(({ source, answer, notKnown }) => ({
      ...source,
      answer,
      notKnown,
      caveats: marks(caveats, source, { form, version, linkId }),
    })),
    conflict,
  }))
}
