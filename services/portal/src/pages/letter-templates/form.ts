import { LETTER_LIMIT, LetterLanguage, type PlainDate, unknownPlaceholders } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export type TypedTemplate = { language: string; wording: string; validFrom: DateParts }
export const typedTemplate = (form: PostedForm): TypedTemplate => ({
  language: form.text('language'),
  wording: form.text('wording'),
  validFrom: typedDate(form, 'validFrom'),
})

/** What an area writes at a stage, in which language and from when. */
export function readTemplate(typed: TypedTemplate, today: PlainDate) {
  const Typed = z.strictObject({
    language: z.string().transform((value, context) => {
      const read = LetterLanguage.safeParse(value)
      if (read.success) return read.data
      context.addIssue({ code: 'custom', message: 'Enter the language in English letters, like Polish' })
      return z.NEVER
    }),
    wording: z
      .string()
      .trim()
      .min(1, 'Enter the letter')
      .max(LETTER_LIMIT, 'The letter must be 20,000 characters or fewer')
      .superRefine((wording, context) => {
        const unknown = unknownPlaceholders(wording)
        if (unknown.length === 0) return
        const message = `Only the words listed above can stand between braces. Correct or take out: ${unknown.slice(0, 5).join(' ')}`
        context.addIssue({ code: 'custom', message })
      }),
    validFrom: DateTyped('The date it holds from', null).refine((on) => on >= today, {
      message: 'The date it holds from must be today or in the future',
      path: ['day'],
    }),
  })
  return readTyped(Typed, typed)
}
