import type { PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { writtenDate } from '../../wording/written-date.ts'

/** When the answers a case waits for are expected, and whom chasing helps most. */
export type Expected = {
  readonly basedOn: number
  readonly all: {
    readonly on: PlainDate | null
    readonly from: PlainDate | null
    readonly until: PlainDate | null
  } | null
  readonly order: readonly { readonly organisationName: string; readonly gain: number }[]
}

/** In words, with its interval, and honest about what cannot be said. */
export function expectedWords({ basedOn, all }: Expected): string {
  if (all === null)
    return `Too few agencies have answered in this area to say when the answers will come (${basedOn} so far).`
  const from = `It is worked out from ${basedOn} answers in this area over three years.`
  if (all.on === null)
    return `Nobody can say when the last answer will come: agencies here rarely answer this late. ${from}`
  const early = all.from === null ? '' : writtenDate(all.from)
  const interval =
    all.until === null
      ? `not before ${early}, and nobody can say how late`
      : `somewhere from ${early} to ${writtenDate(all.until)}`
  return `Of cases that wait like this one, half have all their answers by ${writtenDate(all.on)} (95% interval: ${interval}). ${from}`
}

/** Under the requests of a case, while any is waited for. */
export function expectedView(expected: Expected): Html {
  const useful = expected.order.filter(({ gain }) => gain >= 0.5)
  return html`<h2 class="govuk-heading-m">When the answers are expected</h2>
<p class="govuk-body">${expectedWords(expected)}</p>
${
  expected.order.length > 1 &&
  useful.length > 0 &&
  html`<p class="govuk-body">Chase in this order. An answer today would bring the last one forward by about:</p>
<ol class="govuk-list govuk-list--number">${useful.map(({ organisationName, gain }) => {
    const days = Math.round(gain)
    return html`<li>${organisationName}: ${days} ${days === 1 ? 'day' : 'days'}</li>`
  })}</ol>`
}`
}
