import { z } from 'zod'
import { macro } from './macro.ts'

export const TagOptions = z.strictObject({ text: z.string(), classes: z.string().optional() })
export type TagOptions = z.infer<typeof TagOptions>

/** A status in one or two words. */
export const tag = macro<TagOptions>('govuk/components/tag/macro.njk', 'govukTag')
