import type { Db } from '@cdop/database'
import { type InformationRequestId, Instant, SupplementaryFormKind, TranscriptionChannel } from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import {
  type Answers,
  type CompiledForm,
  formVersion,
  fromQuestionnaireResponse,
  partOf,
  REPORTING_FORM,
  statutoryForms,
  supplementaryForm,
  toQuestionnaireResponse,
} from '@cdop/forms'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'
import type { RequestPlace } from '../supplementary-form/request-form-store.ts'

/** Which of the forms of a return: the reporting form, or a supplementary one by its kind. */
export const ReturnedFormName = z.enum(['reporting', ...SupplementaryFormKind.options])
export type ReturnedFormName = z.infer<typeof ReturnedFormName>

/** One form as it was returned: the whole of it, or the stages of it that were asked. */
type ReturnedForm = {
  name: ReturnedFormName
  form: CompiledForm
  stages: string[] | null
  answers: Answers
}

const Row = z.object({
  form: ReturnedFormName,
  entry: z.number().int().positive(),
  formVersion: z.string(),
  stages: z.array(z.string()).nullable(),
  answers: z.instanceof(Uint8Array),
  returnedAt: Instant,
  transcribed: TranscriptionChannel.nullable(),
  part: z.boolean(),
})
type Row = z.infer<typeof Row>

/** Bound to its request, form and version. The first is the very bytes that were filled in, and bound as they were. */
function tableOf(id: InformationRequestId, name: ReturnedFormName, entry: number): string {
  if (entry > 1) return `returned_forms/${id}/${name}/${entry}`
  return name === 'reporting' ? `reporting_forms/${id}` : `request_forms/${id}/${name}`
}

function formOf({ form, formVersion: version, stages }: Row): CompiledForm {
  const url = form === 'reporting' ? REPORTING_FORM : supplementaryForm(form)
  const whole = formVersion(statutoryForms, url, version)
  return stages === null ? whole : partOf(whole, stages)
}

function opened(cipher: SubjectCipher, id: InformationRequestId, row: Row): ReturnedForm {
  const form = formOf(row)
  const sealed = cipher.openJson(tableOf(id, row.form, row.entry), 'answers', row.answers)
  return { name: row.form, form, stages: row.stages, answers: fromQuestionnaireResponse(form, sealed) }
}

/** A version of what an agency returned, opened: the reporting form first. */
export type Return = {
  entry: number
  returnedAt: Instant
  forms: ReturnedForm[]
  /** How it was told, where the panel's office entered it on behalf of the agency. */
  transcribed: TranscriptionChannel | null
  /** The agency sent it as a part of its answer. */
  part: boolean
}

/** The newest version of what an agency returned, or the one asked for; null when there is none. */
export async function findReturn(
  tx: Db,
  keys: KeyProvider,
  { areaId, caseId, informationRequestId }: RequestPlace,
  entry: number | null = null,
): Promise<Return | null> {
  const rows = await tx`
    select f.form, f.entry, f.form_version, f.stages, f.answers, f.returned_at, t.channel as transcribed,
      exists (
        select from case_review.partial_returns p
        where p.area_id = f.area_id and p.information_request_id = f.information_request_id and p.entry = f.entry
      ) as part
    from case_review.returned_forms f
    left join case_review.transcriptions t using (area_id, information_request_id, entry)
    where f.area_id = ${areaId} and f.information_request_id = ${informationRequestId}
      and f.entry = coalesce(${entry}::int, (
        select max(n.entry) from case_review.returned_forms n
        where n.area_id = ${areaId} and n.information_request_id = ${informationRequestId}
      ))
    order by f.form <> 'reporting', f.form
  `
  const found = rows.map((row) => Row.parse(row))
  const [first] = found
  if (first === undefined) return null
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  return {
    entry: first.entry,
    returnedAt: first.returnedAt,
    forms: found.map((row) => opened(cipher, informationRequestId, row)),
    transcribed: first.transcribed,
    part: first.part,
  }
}

/** The newest version of what an agency returned; 0 while there is none. */
export async function lastEntry(
  tx: Db,
  { areaId, informationRequestId }: Pick<RequestPlace, 'areaId' | 'informationRequestId'>,
): Promise<number> {
  const [row] = await tx<{ entry: number }[]>`
    select coalesce(max(entry), 0)::int as entry from case_review.returned_forms
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
  return row?.entry ?? 0
}

/** Keeps what is returned, for good: as a version after those that were returned before. */
export async function keepReturn(
  tx: Db,
  keys: KeyProvider,
  { areaId, caseId, informationRequestId }: RequestPlace,
  { entry, returnedAt, forms }: Pick<Return, 'entry' | 'returnedAt' | 'forms'>,
  { part = false }: { part?: boolean } = {},
): Promise<void> {
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  for (const { name, form, answers, stages } of forms) {
    const status = part ? 'in-progress' : entry === 1 ? 'completed' : 'amended'
    const response = toQuestionnaireResponse(form, answers, { authored: returnedAt, status })
    await tx`
      insert into case_review.returned_forms (
        area_id, information_request_id, form, entry, form_version, stages, answers, returned_at
      ) values (
        ${areaId}, ${informationRequestId}, ${name}, ${entry}, ${form.version}, ${stages},
        ${cipher.sealJson(tableOf(informationRequestId, name, entry), 'answers', response)}, ${returnedAt}
      )
    `
  }
}
