import { InformationRequestId, SupplementaryFormKind } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { formToday, stagesOf } from '../../wording/supplementary-form-words.ts'

/** What was chosen on the page, as it was typed. */
export type TypedAsk = {
  readonly request: string
  readonly forms: readonly string[]
  readonly stages: Readonly<Record<string, readonly string[]>>
}

export const nothingChosen: TypedAsk = { request: '', forms: [], stages: {} }

/** The name of the checkboxes for the stages of a form. */
export const stagesName = (kind: SupplementaryFormKind) => `stages-${kind}`

export function typedAsk(form: PostedForm): TypedAsk {
  const stages = SupplementaryFormKind.options.map((kind) => [kind, form.all(stagesName(kind))] as const)
  return { request: form.text('request'), forms: form.all('forms'), stages: Object.fromEntries(stages) }
}

const Ask = z.strictObject({
  request: z
    .string()
    .refine((typed) => InformationRequestId.safeParse(typed).success, 'Select the agency to ask')
    .pipe(InformationRequestId),
  forms: z
    .array(z.string().pipe(z.enum(SupplementaryFormKind.options, 'Select the forms from the list')))
    .min(1, 'Select the forms to ask for'),
})

/** Whom to ask for which forms. Where none of the stages of a form is ticked, the whole form is asked for. */
export function readAsk(typed: TypedAsk, today: string) {
  const read = readTyped(Ask, { request: typed.request, forms: [...typed.forms] })
  if (!read.ok) return read
  const forms = read.value.forms.map((kind) => {
    const offered = stagesOf(formToday(kind, today)).map(({ linkId }) => linkId)
    const chosen = (typed.stages[kind] ?? []).filter((stage) => offered.includes(stage))
    return { kind, stages: chosen.length === 0 || chosen.length === offered.length ? null : chosen }
  })
  return { ok: true as const, value: { informationRequestId: read.value.request, forms } }
}
