import type { PackRule, PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export type TypedPackRule = {
  readonly releaseWorkingDays: string
  readonly expiresAfterDays: string
  /** `yes`, `no`, or nothing chosen. */
  readonly copiesAllowed: string
  readonly validFrom: DateParts
}

export const ruleAsTyped = (rule: PackRule, validFrom: DateParts): TypedPackRule => ({
  releaseWorkingDays: String(rule.releaseWorkingDays),
  expiresAfterDays: String(rule.expiresAfterDays),
  copiesAllowed: rule.copiesAllowed ? 'yes' : 'no',
  validFrom,
})

export const typedRule = (form: PostedForm): TypedPackRule => ({
  releaseWorkingDays: form.text('releaseWorkingDays').trim(),
  expiresAfterDays: form.text('expiresAfterDays').trim(),
  copiesAllowed: form.text('copiesAllowed'),
  validFrom: typedDate(form, 'validFrom'),
})

const whole = (most: number, message: string) =>
  z
    .string()
    .refine((typed) => /^\d{1,3}$/.test(typed) && Number(typed) <= most, message)
    .transform(Number)

/** What will hold of packs, and from which day to come. */
export function readPackRule(typed: TypedPackRule, today: PlainDate) {
  const Typed = z.strictObject({
    releaseWorkingDays: whole(30, 'Enter a whole number of working days from 0 to 30'),
    expiresAfterDays: whole(180, 'Enter a whole number of days from 0 to 180'),
    copiesAllowed: z
      .string()
      .pipe(z.enum(['yes', 'no'], { error: 'Select whether readers may take a locked copy along' }))
      .transform((typed) => typed === 'yes'),
    validFrom: DateTyped('The date it holds from', null).refine((on) => on > today, {
      message: 'The date it holds from must be in the future',
      path: ['day'],
    }),
  })
  return readTyped(Typed, { ...typed })
}
