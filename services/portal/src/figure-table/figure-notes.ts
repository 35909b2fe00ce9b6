import { modifiableFactorDefinition } from '@cdop/statistics'
import { details } from '../components/details.ts'
import { type Html, html } from '../components/html.ts'
import { insetText } from '../components/inset-text.ts'
import type { FigureTable } from './figure-table.ts'

/** What a reader must know beside the figures: what shares are of, the notes, and what "modifiable" does not mean. */
export function figureNotes({ denominator, denominators, notes, none, rowTitle }: FigureTable): Html {
  const defines = (note: string) => note === modifiableFactorDefinition
  return html`${notes.filter(defines).map((text) => insetText({ text }))}
${
  none.length > 0 &&
  details({
    summaryText: `${rowTitle}: what was not counted in this period`,
    html: html`<ul class="govuk-list govuk-list--bullet">${none.map((label) => html`<li>${label}</li>`)}</ul>`,
  })
}
<p class="govuk-body">Percentages and rates: ${denominator}.</p>
${notes.filter((note) => !defines(note)).map((note) => html`<p class="govuk-body">${note}</p>`)}
${
  denominators.length > 0 &&
  html`<p class="govuk-body">Rates are of these children:</p>
<ul class="govuk-list govuk-list--bullet">${denominators.map((words) => html`<li>${words}</li>`)}</ul>`
}`
}
