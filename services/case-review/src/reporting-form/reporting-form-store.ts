import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, type InformationRequestId, Instant } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import {
  type Answers,
  type CompiledForm,
  formVersion,
  fromQuestionnaireResponse,
  REPORTING_FORM,
  statutoryForms,
  toQuestionnaireResponse,
} from '@cdop/forms'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

const Row = z.object({
  formVersion: z.string(),
  version: z.number().int().positive(),
  answers: z.instanceof(Uint8Array),
  savedAt: Instant,
})

/** Agencies' forms share the key of their case: each is bound to its own request, and opens as no other's. */
function tableOf(informationRequestId: InformationRequestId): string {
  return `reporting_forms/${informationRequestId}`
}

/** A reporting form as far as it was filled in, opened. */
export type StoredReportingForm = { form: CompiledForm; version: number; answers: Answers; savedAt: Instant }

/** What was saved for a request, or null when nothing was. */
export async function findReportingForm(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseId: CaseId,
  informationRequestId: InformationRequestId,
): Promise<StoredReportingForm | null> {
  const [found] = await tx`
    select form_version, version, answers, saved_at from case_review.reporting_forms
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
  if (found === undefined) return null
  const row = Row.parse(found)
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  const form = formVersion(statutoryForms, REPORTING_FORM, row.formVersion)
  const answers = fromQuestionnaireResponse(
    form,
    cipher.openJson(tableOf(informationRequestId), 'answers', row.answers),
  )
  return { form, version: row.version, answers, savedAt: row.savedAt }
}

/** Seals and saves the answers over what was there. Returns the new version. */
export async function saveReportingForm(
  tx: Db,
  keys: KeyProvider,
  place: { areaId: AreaId; caseId: CaseId; informationRequestId: InformationRequestId },
  saved: { form: CompiledForm; answers: Answers; at: Instant; returned: boolean },
): Promise<number> {
  const { areaId, caseId, informationRequestId } = place
  const { form, answers, at, returned } = saved
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  const status = returned ? 'completed' : 'in-progress'
  const sealed = cipher.sealJson(
    tableOf(informationRequestId),
    'answers',
    toQuestionnaireResponse(form, answers, { authored: at, status }),
  )
  const [row] = await tx<{ version: number }[]>`
    insert into case_review.reporting_forms as f
      (area_id, information_request_id, form_version, version, answers, saved_at)
    values (${areaId}, ${informationRequestId}, ${form.version}, 1, ${sealed}, ${at})
    on conflict (area_id, information_request_id) do update
    set form_version = excluded.form_version, version = f.version + 1, answers = excluded.answers,
        saved_at = excluded.saved_at
    returning version
  `
  return z.number().int().parse(row?.version)
}
