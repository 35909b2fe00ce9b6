import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  InformationRequestId,
  Instant,
  type PersonId,
  SupplementaryFormKind,
} from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import {
  type Answers,
  type CompiledForm,
  formVersion,
  fromQuestionnaireResponse,
  partOf,
  statutoryForms,
  supplementaryForm,
  toQuestionnaireResponse,
} from '@cdop/forms'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** A supplementary form an agency was asked for with its request, and which stages of it; null for the whole form. */
export const AskedForm = z.strictObject({
  informationRequestId: InformationRequestId,
  kind: SupplementaryFormKind,
  stages: z.array(z.string()).nullable(),
  formVersion: z.string(),
  askedAt: Instant,
  /** How often it was saved; 0 while it is empty. */
  version: z.number().int().nonnegative(),
})
export type AskedForm = z.infer<typeof AskedForm>

const Row = AskedForm.extend({ answers: z.instanceof(Uint8Array).nullable() })

/** Bound to its request and form: it opens as no other's. */
const tableOf = (id: InformationRequestId, kind: SupplementaryFormKind) => `request_forms/${id}/${kind}`

/** The form as it was asked: in the version of that day, and only the stages that were sent. */
export function askedForm({ kind, formVersion: version, stages }: AskedForm): CompiledForm {
  const whole = formVersion(statutoryForms, supplementaryForm(kind), version)
  return stages === null ? whole : partOf(whole, stages)
}

/** The forms asked with some requests, without their answers, in the order they were asked. */
export async function formsAskedWith(
  tx: Db,
  areaId: AreaId,
  requests: readonly InformationRequestId[],
): Promise<AskedForm[]> {
  const rows = await tx`
    select information_request_id, kind, stages, form_version, asked_at, version from case_review.request_forms
    where area_id = ${areaId} and information_request_id = any (${[...requests]}::uuid[])
    order by asked_at, kind
  `
  return rows.map((row) => AskedForm.parse(row))
}

/** A supplementary form as far as it was filled in, opened. */
export type StoredSupplementaryForm = AskedForm & { form: CompiledForm; answers: Answers }

/** The forms asked with a request, with their answers, in the order they were asked. */
export async function openFormsAskedWith(
  tx: Db,
  keys: KeyProvider,
  { areaId, caseId, informationRequestId }: RequestPlace,
): Promise<StoredSupplementaryForm[]> {
  const rows = await tx`
    select information_request_id, kind, stages, form_version, asked_at, version, answers
    from case_review.request_forms
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
    order by asked_at, kind
  `
  if (rows.length === 0) return []
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  return rows.map((found) => {
    const { answers: sealed, ...asked } = Row.parse(found)
    const form = askedForm(asked)
    const answers =
      sealed === null
        ? {}
        : fromQuestionnaireResponse(
            form,
            cipher.openJson(tableOf(informationRequestId, asked.kind), 'answers', sealed),
          )
    return { ...asked, form, answers }
  })
}

/** The request a form belongs to, and whose key seals it. */
export type RequestPlace = { areaId: AreaId; caseId: CaseId; informationRequestId: InformationRequestId }

/** False when the agency was asked for this form already. */
export async function askForm(
  tx: Db,
  areaId: AreaId,
  { informationRequestId, kind, stages, formVersion: version, askedAt }: Omit<AskedForm, 'version'>,
  by: PersonId,
): Promise<boolean> {
  const added = await tx`
    insert into case_review.request_forms (
      area_id, information_request_id, kind, stages, form_version, asked_by, asked_at
    ) values (
      ${areaId}, ${informationRequestId}, ${kind}, ${stages}, ${version}, ${by}, ${askedAt}
    )
    on conflict (area_id, information_request_id, kind) do nothing
    returning kind
  `
  return added.length > 0
}

/** A request that goes on as another one asks for the same forms, empty. */
export async function askSameForms(
  tx: Db,
  areaId: AreaId,
  { from, to }: { from: InformationRequestId; to: InformationRequestId },
): Promise<void> {
  await tx`
    insert into case_review.request_forms (area_id, information_request_id, kind, stages, form_version, asked_by, asked_at)
    select area_id, ${to}, kind, stages, form_version, asked_by, asked_at
    from case_review.request_forms where area_id = ${areaId} and information_request_id = ${from}
  `
}

/** Seals and saves the answers over what was there. Returns the new version. */
export async function saveSupplementaryForm(
  tx: Db,
  keys: KeyProvider,
  { areaId, caseId, informationRequestId }: RequestPlace,
  { asked, answers, at }: { asked: AskedForm; answers: Answers; at: Instant },
): Promise<number> {
  const { kind } = asked
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  const response = toQuestionnaireResponse(askedForm(asked), answers, { authored: at, status: 'in-progress' })
  const [row] = await tx<{ version: number }[]>`
    update case_review.request_forms
    set answers = ${cipher.sealJson(tableOf(informationRequestId, kind), 'answers', response)},
        saved_at = ${at}, version = version + 1
    where area_id = ${areaId} and information_request_id = ${informationRequestId} and kind = ${kind}
    returning version
  `
  return z.number().int().parse(row?.version)
}
