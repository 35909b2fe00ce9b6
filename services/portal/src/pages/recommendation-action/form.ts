import type { PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import type { Directory } from '../recommendations/services.ts'

export type TypedAction = {
  readonly text: string
  readonly organisation: string
  readonly owner: string
  readonly dueOn: DateParts
}

export const typedAction = (form: PostedForm): TypedAction => ({
  text: form.text('text'),
  organisation: form.text('organisation'),
  owner: form.text('owner'),
  dueOn: typedDate(form, 'dueOn'),
})

/** Who does what, and by when. */
export function readAction(typed: TypedAction, directory: Directory, today: PlainDate) {
  const read = readTyped(
    z.strictObject({
      text: z
        .string()
        .trim()
        .min(1, 'Enter what is to be done')
        .max(2_000, 'What is to be done must be 2,000 characters or fewer'),
      organisation: z.string().transform((id, context) => {
        const found = directory.kindOf(id)
        if (found !== null) return found
        context.addIssue({ code: 'custom', message: 'Select the organisation that does it' })
        return z.NEVER
      }),
      owner: z
        .string()
        .trim()
        .max(200, 'The role or team must be 200 characters or fewer')
        .transform((words) => (words === '' ? null : words)),
      dueOn: DateTyped('The due date', null).refine((on) => on >= today, {
        message: 'The due date must be today or in the future',
        path: ['day'],
      }),
    }),
    typed,
  )
  if (!read.ok) return read
  const { organisation, text, owner, dueOn } = read.value
  return { ok: true as const, value: { owner: organisation, dueOn, words: { text, owner } } }
}
