import { AreaId, TransferReason, text } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { type ReadTyped, readTyped } from '../../typed-form/read-typed.ts'

/** Characters of the plan. */
export const LONGEST_PLAN = 2_000

export type TypedTransfer = { area: string; reason: string; plan: string }

export function typedTransfer(form: PostedForm): TypedTransfer {
  return { area: form.text('area'), reason: form.text('reason'), plan: form.text('plan') }
}

function TransferTyped(offered: readonly string[]) {
  return z.strictObject({
    area: z
      .string()
      .refine((id) => offered.includes(id), 'Select the area you ask')
      .pipe(AreaId),
    reason: z.string().pipe(z.enum(TransferReason.options, 'Select why they should take this record')),
    plan: z
      .string()
      .trim()
      .min(1, 'Enter how what is learnt will be shared')
      .max(LONGEST_PLAN, `The plan must be ${LONGEST_PLAN.toLocaleString('en-GB')} characters or fewer`)
      .pipe(text(LONGEST_PLAN)),
  })
}

/** Which area is asked, why, and the plan; `offered` are the areas the page named. */
export function readTransfer(
  typed: TypedTransfer,
  offered: readonly string[],
): ReadTyped<z.output<ReturnType<typeof TransferTyped>>> {
  return readTyped(TransferTyped(offered), typed)
}
