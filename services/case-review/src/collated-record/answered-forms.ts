import type { Db } from '@cdop/database'
import { type AreaId, hasReturned, InformationRequestId, isAsked, TranscriptionChannel } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import type { AnsweredForm } from '@cdop/forms'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { findReturn } from '../returned-form/returned-form-store.ts'
import { apartByTelling } from '../returned-form/told-by.ts'

/** Who gave an answer: which agency, in which version of what it returned, and how it was told. */
export const AnswerSource = z.strictObject({
  informationRequestId: InformationRequestId,
  organisationName: z.string(),
  entry: z.number().int().positive(),
  /** How it was told, where it was entered on behalf of the agency. */
  transcribed: TranscriptionChannel.nullable(),
  /** A part of the answer: the rest has not come. */
  part: z.boolean(),
})
export type AnswerSource = z.infer<typeof AnswerSource>

/** Every form agencies returned about a child as its newest version has it, opened. */
export async function answeredForms(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: Pick<CaseRow, 'caseIds'>,
): Promise<AnsweredForm<AnswerSource>[]> {
  const given: AnsweredForm<AnswerSource>[] = []
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
    // What the office was told before the agency has answered is a part too.
    const part = returned.part || !hasReturned(state)
    for (const { transcribed, forms } of await apartByTelling(tx, keys, place, returned)) {
      const source = { informationRequestId, organisationName, entry, transcribed, part }
      for (const { form, answers } of forms) given.push({ source, form, answers })
    }
  }
  return given
}
