import { z } from 'zod'
import { readTyped } from '../../typed-form/read-typed.ts'
import { REASON_LENGTH } from './view.ts'

const CorrectionForm = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1, 'Enter why it is corrected')
    .max(REASON_LENGTH, 'Why it is corrected must be 2,000 characters or fewer'),
})

/** Why what was sent to the panel is corrected. */
export const readCorrection = (reason: string) => readTyped(CorrectionForm, { reason })
