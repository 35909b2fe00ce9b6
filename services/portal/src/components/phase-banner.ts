import { z } from 'zod'
import { Html } from './html.ts'
import { macro } from './macro.ts'
import { TagOptions } from './tag.ts'

export const PhaseBannerOptions = z.strictObject({
  text: z.string().optional(),
  html: Html.optional(),
  tag: TagOptions,
  classes: z.string().optional(),
})
export type PhaseBannerOptions = z.infer<typeof PhaseBannerOptions>

/** A line under the header that says what kind of service this is. */
export const phaseBanner = macro<PhaseBannerOptions>(
  'govuk/components/phase-banner/macro.njk',
  'govukPhaseBanner',
)
