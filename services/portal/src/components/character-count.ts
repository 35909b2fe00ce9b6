import { z } from 'zod'
import { macro } from './macro.ts'
import { TextareaOptions } from './textarea.ts'

export const CharacterCountOptions = z.strictObject({
  ...TextareaOptions.omit({ autocomplete: true, disabled: true, describedBy: true }).shape,
  maxlength: z.union([z.number(), z.string()]).optional(),
  maxwords: z.union([z.number(), z.string()]).optional(),
  threshold: z.union([z.number(), z.string()]).optional(),
})
export type CharacterCountOptions = z.infer<typeof CharacterCountOptions>

/** A text area that says how much room is left. It never stops the typing: the server refuses kindly. */
export const characterCount = macro<CharacterCountOptions>(
  'govuk/components/character-count/macro.njk',
  'govukCharacterCount',
)
