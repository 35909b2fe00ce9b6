import { z } from 'zod'
import { type Html, html, Html as Markup } from './html.ts'
import { macro } from './macro.ts'

const Cell = z.strictObject({
  text: z.union([z.string(), z.number()]).optional(),
  html: Markup.optional(),
  format: z.literal('numeric').optional(),
  classes: z.string().optional(),
  colspan: z.number().optional(),
  rowspan: z.number().optional(),
  attributes: z.strictObject({ 'data-sort-value': z.string() }).optional(),
})
const HeadCell = Cell.omit({ attributes: true }).extend({
  attributes: z.strictObject({ 'aria-sort': z.enum(['ascending', 'descending', 'none']) }).optional(),
})

export const TableOptions = z.strictObject({
  caption: z.string().optional(),
  captionClasses: z.string().optional(),
  head: z.array(HeadCell).readonly().optional(),
  rows: z.array(z.array(Cell).readonly()).readonly(),
  firstCellIsHeader: z.boolean().optional(),
  classes: z.string().optional(),
  attributes: z.strictObject({ 'data-module': z.literal('moj-sortable-table') }).optional(),
})
export type TableOptions = z.infer<typeof TableOptions>

/** Figures or records to compare. Wide ones belong into `scrollRegion`. */
export const table = macro<TableOptions>('govuk/components/table/macro.njk', 'govukTable')

/** Lets a wide table scroll on its own, also by keyboard, so that the page never does. */
export function scrollRegion(name: string, content: Html): Html {
  return html`<div class="cdop-scroll" role="region" aria-label="${name}" tabindex="0">${content}</div>`
}
