import type { PlainDate } from '@cdop/domain'
import { type ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const selfAssessmentTitle = 'Self-assessment'

export type SelfAssessmentsModel = {
  readonly years: readonly { readonly year: ReportingYearCode; readonly dueOn: PlainDate }[]
  /** Null for those who may not open one. */
  readonly opening: {
    readonly hidden: Html
    readonly choices: readonly { readonly value: string; readonly text: string }[]
    readonly year: string
    readonly dueOn: DateParts
    readonly errors: readonly ErrorItem[]
  } | null
}

/** The years that were opened, the newest first. */
export function selfAssessmentsView({ years, opening }: SelfAssessmentsModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${selfAssessmentTitle}</h1>
<p class="govuk-body">Once a year each organisation says how far it does what recommendations ask of it: what the deaths of children
touch of its self-assessment under Section 11 of the Children Act 2004.</p>
${
  years.length === 0
    ? html`<p class="govuk-body">No year has been opened yet.</p>`
    : html`<ul class="govuk-list">${years.map(
        ({ year, dueOn }) =>
          html`<li><a class="govuk-link" href="/self-assessment/${year}">${reportingYearFrom(year).label}</a>, answers due ${writtenDate(dueOn)}</li>`,
      )}</ul>`
}
${opening !== null && openForm(opening)}
</div></div>`
}

function openForm({
  hidden,
  choices,
  year,
  dueOn,
  errors,
}: NonNullable<SelfAssessmentsModel['opening']>): Html {
  return html`<h2 class="govuk-heading-m">Open a year</h2>
<p class="govuk-body">Each organisation gets one form, about the recommendations that are open or were completed in that year.</p>
<form method="post" novalidate>${hidden}
${select({ id: 'year', name: 'year', value: year, label: { text: 'Reporting year', classes: 'govuk-label--s' }, errorMessage: errorOf(errors, 'year'), items: [...choices] })}
${dateField({ name: 'dueOn', legend: 'By when are answers due?', value: dueOn, errors })}
${button({ text: 'Open the year', preventDoubleClick: true })}
</form>`
}
