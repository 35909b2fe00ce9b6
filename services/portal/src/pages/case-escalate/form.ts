import { EscalationStep, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export type TypedEscalation = { step: string; addressee: string; on: DateParts }

export const typedEscalation = (form: PostedForm): TypedEscalation => ({
  step: form.text('step'),
  addressee: form.text('addressee'),
  on: typedDate(form, 'on'),
})

const MOST = 300

/** Whom somebody wrote to, at which step and when. */
export function readEscalation(
  typed: TypedEscalation,
  { notBefore, today }: { notBefore: PlainDate; today: PlainDate },
) {
  const Typed = z.strictObject({
    step: z.string().pipe(z.enum(EscalationStep.options, 'Select what you have sent')),
    addressee: z
      .string()
      .trim()
      .min(1, 'Enter whom you wrote to')
      .max(MOST, `Whom you wrote to must be ${MOST} characters or fewer`),
    on: DateTyped('The date it was sent', today).refine((on) => on >= notBefore, {
      message: 'The date it was sent must be the same as or after the last time the agency was asked',
      path: ['day'],
    }),
  })
  return readTyped(Typed, typed)
}
