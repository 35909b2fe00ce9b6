import { type PlainDate, ReportedInErrorReason } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export type TypedReport = { reason: string; national: string; sure: string }

export function typedReport(form: PostedForm): TypedReport {
  return { reason: form.text('reason'), national: form.text('national'), sure: form.text('sure') }
}

const Answers = {
  reason: z.string().pipe(z.enum(ReportedInErrorReason.options, 'Select what was wrong with the report')),
  national: z
    .string()
    .pipe(z.enum(['yes', 'no'], 'Select whether the national database was told of the death')),
}
const Asked = z.strictObject(Answers)
const Confirmed = z.strictObject({
  ...Answers,
  sure: z.string().pipe(z.literal('yes', 'Confirm that you have checked this with the person who told us')),
})

/** What was wrong with the report: the first of two steps. */
export function readReport({ reason, national }: TypedReport) {
  return readTyped(Asked, { reason, national })
}

/** The same, confirmed a second time. */
export function readConfirmedReport(typed: TypedReport) {
  return readTyped(Confirmed, typed)
}

/** On which day the national database was told that its record is withdrawn. */
export function readWithdrawal(form: PostedForm, today: PlainDate, reportedOn: PlainDate) {
  const WithdrawalForm = z.strictObject({
    withdrawnOn: DateTyped('The date the record was withdrawn', today).refine((on) => on >= reportedOn, {
      message:
        'The date the record was withdrawn must be the same as or after the day it was reported in error',
      path: ['day'],
    }),
  })
  return readTyped(WithdrawalForm, { withdrawnOn: typedDate(form, 'withdrawnOn') })
}
