import { z } from 'zod'
import { Html } from './html.ts'
import { macro } from './macro.ts'

const Action = z.strictObject({
  href: z.string(),
  text: z.string(),
  visuallyHiddenText: z.string().optional(),
  classes: z.string().optional(),
})
const Actions = z.strictObject({
  items: z.array(Action).readonly().optional(),
  classes: z.string().optional(),
})

export const SummaryListOptions = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        key: z.strictObject({ text: z.string(), classes: z.string().optional() }),
        value: z.strictObject({
          text: z.string().optional(),
          html: Html.optional(),
          classes: z.string().optional(),
        }),
        actions: Actions.optional(),
        classes: z.string().optional(),
      }),
    )
    .readonly(),
  card: z
    .strictObject({
      title: z
        .strictObject({
          text: z.string(),
          headingLevel: z.number().optional(),
          classes: z.string().optional(),
        })
        .optional(),
      actions: Actions.optional(),
      classes: z.string().optional(),
    })
    .optional(),
  classes: z.string().optional(),
})
export type SummaryListOptions = z.infer<typeof SummaryListOptions>

/** Questions and their answers, each with its own "Change" link; as a card when it has a title. */
export const summaryList = macro<SummaryListOptions>(
  'govuk/components/summary-list/macro.njk',
  'govukSummaryList',
)
