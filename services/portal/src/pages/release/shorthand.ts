import { markers, type ProtectionRule } from '@cdop/statistics'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'

/** Says that small counts are protected, and what stands in their place. */
export function shorthand({ threshold, minimumDenominator }: ProtectionRule): Html {
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return html`<h2 class="govuk-heading-m">Small counts are protected</h2>
<p class="govuk-body">Some figures are hidden, so that no child or family can be recognised.</p>
${summaryList({
  rows: [
    row(
      markers.confidential,
      `Hidden: a count from 1 to ${threshold - 1}, or another from which it could be worked out. It may be zero.`,
    ),
    row(markers.unreliable, 'Unreliable: a rate of fewer than 20.'),
    row(
      markers.notAvailable,
      `Not available: a percentage of fewer than ${minimumDenominator}, a rate of fewer than 3, or nothing to divide by.`,
    ),
  ],
})}`
}
