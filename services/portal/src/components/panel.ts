import { z } from 'zod'
import { Html } from './html.ts'
import { macro } from './macro.ts'

export const PanelOptions = z.strictObject({
  titleText: z.string(),
  headingLevel: z.number().optional(),
  text: z.string().optional(),
  html: Html.optional(),
  classes: z.string().optional(),
})
export type PanelOptions = z.infer<typeof PanelOptions>

/** "It is done", large, with the reference. Its title is the page's h1. */
export const panel = macro<PanelOptions>('govuk/components/panel/macro.njk', 'govukPanel')
