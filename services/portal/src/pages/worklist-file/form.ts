import { ExportReason } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

/** Characters of what is said beside a reason. */
const WHY_LENGTH = 500

/** The reasons for a file with names, in the words of the form. */
export const exportReasonWords: Readonly<Record<ExportReason, string>> = {
  'compare-records': 'To hold it against another list of the same children',
  'partner-meeting': 'For a meeting of partners who know the children by name',
  'system-unavailable': 'To go on working while this service cannot be reached',
  inspection: 'For an inspection or investigation',
  other: 'Something else',
}

const Reason = z.strictObject({
  reason: z.string().pipe(z.enum(ExportReason.options, 'Select why you need the names')),
  why: z
    .string()
    .trim()
    .min(1, 'Enter what the file is for')
    .max(WHY_LENGTH, `What the file is for must be ${WHY_LENGTH} characters or fewer`),
})

/** Why the names are needed, in a code and in words. */
export function readReason(form: PostedForm) {
  return readTyped(Reason, { reason: form.text('reason'), why: form.text('why') })
}
