import { z } from 'zod'
import { Html } from './html.ts'

/** Options that the form components share, spelled as the Design System spells them. */

export const Label = z.strictObject({
  text: z.string(),
  classes: z.string().optional(),
  isPageHeading: z.boolean().optional(),
})
export type Label = z.infer<typeof Label>

export const Hint = z.strictObject({ text: z.string(), classes: z.string().optional() })
export type Hint = z.infer<typeof Hint>

export const ErrorMessage = z.strictObject({
  text: z.string(),
  visuallyHiddenText: z.string().optional(),
})
export type ErrorMessage = z.infer<typeof ErrorMessage>

export const Legend = z.strictObject({
  text: z.string(),
  classes: z.string().optional(),
  isPageHeading: z.boolean().optional(),
})
export type Legend = z.infer<typeof Legend>

/** A fieldset around the choices of one question. */
export const ChoiceFieldset = z.strictObject({
  legend: Legend.optional(),
  classes: z.string().optional(),
  describedBy: z.string().optional(),
})

/** What a choice reveals. Without JavaScript it is simply visible below the choice. */
export const Conditional = z.strictObject({ html: Html })

/** The frame of a field. */
export const FormGroup = z.strictObject({ classes: z.string().optional() })
