import { z } from 'zod'
import { Hint } from './form-group.ts'
import { macro } from './macro.ts'

export const HintOptions = z.strictObject({ ...Hint.shape, id: z.string().optional() })
export type HintOptions = z.infer<typeof HintOptions>

/** Help with a question, read out after its label by `aria-describedby`. */
export const hint = macro<HintOptions>('govuk/components/hint/macro.njk', 'govukHint')
