import type { ReportingYear } from '@cdop/statistics'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { factorAnalysis } from '../recommendations/services.ts'

export const assuranceTitle = 'Statements of the scrutineer'

export type SignedYears = Awaited<
  ReturnType<ReturnType<typeof factorAnalysis>['assurance']['list']['query']>
>['signed']

/** Whether a year is signed, and since when: "Signed on 3 May 2026, version 2". */
export function signedWords(signed: SignedYears, year: string): string {
  const found = signed.find((one) => one.year === year)
  if (found === undefined) return 'Not signed yet'
  const on = `Signed on ${writtenDate(found.signedOn)}`
  return found.version === 1 ? on : `${on}, version ${found.version}`
}

export type AssuranceModel = { readonly years: readonly ReportingYear[]; readonly signed: SignedYears }

/** The years that are over, and whether somebody from outside has vouched for them. */
export function assuranceView({ years, signed }: AssuranceModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${assuranceTitle}</h1>
<p class="govuk-body">What the independent scrutineer states about how the area followed what was learnt in a year. A statement is
signed once the year is over, and names the challenges that were not settled.</p>
${summaryList({
  rows: years.map(({ code, label }) => ({
    key: { text: label },
    value: {
      html: html`<a class="govuk-link" href="/assurance/${code}">${signedWords(signed, code)}<span class="govuk-visually-hidden">: ${label}</span></a>`,
    },
  })),
})}
</div></div>`
}
