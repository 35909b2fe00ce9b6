import { z } from 'zod'
import { macro } from './macro.ts'

export const ButtonOptions = z.strictObject({
  text: z.string(),
  classes: z.string().optional(),
  name: z.string().optional(),
  value: z.string().optional(),
  type: z.enum(['submit', 'button', 'reset']).optional(),
  href: z.string().optional(),
  id: z.string().optional(),
  disabled: z.boolean().optional(),
  isStartButton: z.boolean().optional(),
  preventDoubleClick: z.boolean().optional(),
})
export type ButtonOptions = z.infer<typeof ButtonOptions>

/** A button, or a link that looks like one when it has `href`. */
export const button = macro<ButtonOptions>('govuk/components/button/macro.njk', 'govukButton')
