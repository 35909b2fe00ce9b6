import { GapEffect, GapReason, InformationRequestId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

export type TypedGap = { request: string; reason: string; effect: string; note: string }

export const noGap: TypedGap = { request: '', reason: '', effect: '', note: '' }

export const typedGap = (form: PostedForm): TypedGap => ({
  request: form.text('request'),
  reason: form.text('reason'),
  effect: form.text('effect'),
  note: form.text('note'),
})

export const NOTE_LENGTH = 2_000

const GapForm = z.strictObject({
  request: z
    .string()
    .refine((typed) => InformationRequestId.safeParse(typed).success, 'Select the agency')
    .pipe(InformationRequestId),
  reason: z.string().pipe(z.enum(GapReason.options, 'Select why the review goes on without it')),
  effect: z.string().pipe(z.enum(GapEffect.options, 'Select what that does to the review')),
  note: z
    .string()
    .trim()
    .min(1, 'Enter what the panel will not know')
    .max(NOTE_LENGTH, `What the panel will not know must be ${NOTE_LENGTH} characters or fewer`),
})

/** The decision to go on without an agency. */
export const readGap = (form: PostedForm) => readTyped(GapForm, typedGap(form))
