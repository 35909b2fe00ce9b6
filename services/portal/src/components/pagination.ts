import { z } from 'zod'
import { macro } from './macro.ts'

const Step = z.strictObject({
  href: z.string(),
  text: z.string().optional(),
  labelText: z.string().optional(),
})

export const PaginationOptions = z.strictObject({
  items: z
    .array(
      z.strictObject({
        number: z.union([z.string(), z.number()]).optional(),
        href: z.string().optional(),
        current: z.boolean().optional(),
        ellipsis: z.boolean().optional(),
        visuallyHiddenText: z.string().optional(),
      }),
    )
    .readonly()
    .optional(),
  previous: Step.optional(),
  next: Step.optional(),
  landmarkLabel: z.string().optional(),
  classes: z.string().optional(),
})
export type PaginationOptions = z.infer<typeof PaginationOptions>

/** From one page of a long list to the others. */
export const pagination = macro<PaginationOptions>('govuk/components/pagination/macro.njk', 'govukPagination')
