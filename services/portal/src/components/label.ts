import { z } from 'zod'
import { Label } from './form-group.ts'
import { macro } from './macro.ts'

export const LabelOptions = z.strictObject({ ...Label.shape, for: z.string().optional() })
export type LabelOptions = z.infer<typeof LabelOptions>

/** The name of a field, tied to it by `for`. */
export const label = macro<LabelOptions>('govuk/components/label/macro.njk', 'govukLabel')
