import { z } from 'zod'
import { macro } from './macro.ts'

export const BreadcrumbsOptions = z.strictObject({
  items: z.array(z.strictObject({ text: z.string(), href: z.string().optional() })).readonly(),
  collapseOnMobile: z.boolean().optional(),
  labelText: z.string().optional(),
  classes: z.string().optional(),
})
export type BreadcrumbsOptions = z.infer<typeof BreadcrumbsOptions>

/** Where a page lies below others. Never beside a back link. */
export const breadcrumbs = macro<BreadcrumbsOptions>(
  'govuk/components/breadcrumbs/macro.njk',
  'govukBreadcrumbs',
)
