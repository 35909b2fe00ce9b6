import type { AgeBand, CasePart, CaseState, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { ageBandWords, caseStateWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { PartPerson } from '../case-people/part-people.ts'
import type { TypedHandover } from './form.ts'

export type HandoverModel = {
  readonly hidden: Html
  readonly part: CasePart
  /** Whose cases they are. */
  readonly name: string
  readonly colleagues: readonly PartPerson[]
  readonly rows: readonly {
    readonly caseId: string
    readonly reference: string
    readonly state: CaseState
    readonly ageBand: AgeBand
    readonly diedOn: PlainDate
  }[]
  /** There are more than can be chosen from. */
  readonly more: boolean
  readonly typed: TypedHandover
  readonly errors: readonly ErrorItem[]
}

/** Hands the cases of somebody to a colleague, for a leave or for good. */
export function handoverView(model: HandoverModel): Html {
  const { hidden, name, colleagues, typed, errors } = model
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Hand over the cases of ${name}</h1>
<p class="govuk-body">Everybody who could see the cases still can. Only who has them changes.</p>
<form method="post" novalidate>${hidden}
${select({
  name: 'to',
  id: 'to',
  value: typed.to,
  label: { text: 'Who takes them over?', classes: 'govuk-label--s' },
  hint: { text: 'A case in which they had to do with the child or the care stays where it is' },
  errorMessage: errorOf(errors, 'to'),
  items: [
    { value: '', text: 'Select somebody' },
    ...colleagues.map(({ personId, displayName }) => ({ value: personId, text: displayName })),
  ],
})}
${radios({
  name: 'how',
  idPrefix: 'how',
  value: typed.how,
  fieldset: legend('Do the cases come back?'),
  errorMessage: errorOf(errors, 'how'),
  items: [
    {
      value: 'until',
      text: 'Yes, on a day',
      conditional: {
        html: dateField({
          name: 'until',
          legend: 'The day they go back',
          hint: 'They go back by themselves at the beginning of that day',
          value: typed.until,
          errors,
        }),
      },
    },
    { value: 'good', text: 'No, they are handed over for good' },
  ],
})}
${radios({
  name: 'which',
  idPrefix: 'which',
  value: typed.which,
  fieldset: legend('Which cases?'),
  errorMessage: errorOf(errors, 'which'),
  items: [
    { value: 'all', text: 'All of them' },
    { value: 'chosen', text: 'Only those I choose', conditional: { html: chooser(model) } },
  ],
})}
${button({ text: 'Hand over' })}
</form>
</div></div>`
}

function chooser({ rows, more, typed, errors }: HandoverModel): Html {
  if (rows.length === 0) return html`<p class="govuk-body">There are no open cases to choose from.</p>`
  return html`${more && html`<p class="govuk-body">There are more. These ${rows.length} are due first.</p>`}
${checkboxes({
  name: 'cases',
  idPrefix: 'cases',
  values: typed.cases,
  errorMessage: errorOf(errors, 'cases'),
  fieldset: { legend: { text: 'Cases' } },
  items: rows.map(({ caseId, reference, state, ageBand, diedOn }) => ({
    value: caseId,
    text: reference,
    hint: { text: `${ageBandWords[ageBand]}, died ${writtenDate(diedOn)}. ${caseStateWords[state]}` },
  })),
})}`
}
