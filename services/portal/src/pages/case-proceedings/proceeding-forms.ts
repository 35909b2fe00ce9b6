import { holdReasonOf, outcomesOf, ProceedingKind, stepsOf } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { outcomeWords, proceedingWords, stepWords } from '../../wording/proceeding-words.ts'
import type { OpenedCase } from '../case-frame/opened-case.ts'
import { checkFields, whatWaits } from '../case-holds/hold-forms.ts'
import type { TypedClosing, TypedProceeding, TypedStep } from './form.ts'
import { proceedingFacts, type ShownProceeding } from './view.ts'

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** Records what else is being done about the death. */
export function newProceedingView(hidden: Html, typed: TypedProceeding, errors: readonly ErrorItem[]): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Record a proceeding</h1>
<form method="post" novalidate>${hidden}
${radios({
  name: 'kind',
  idPrefix: 'kind',
  value: typed.kind,
  fieldset: legend('What is being done?'),
  errorMessage: errorOf(errors, 'kind'),
  items: ProceedingKind.options.map((value) => {
    const reason = holdReasonOf[value]
    const waits = reason === null ? null : whatWaits(reason, `stages-${value}`, typed.stages, errors)
    return { value, text: proceedingWords[value], ...(waits && { conditional: { html: waits } }) }
  }),
})}
${dateField({ name: 'openedOn', legend: 'When did it begin?', value: typed.openedOn, errors })}
${input({
  id: 'reference',
  name: 'reference',
  label: { text: 'Its name or reference (optional)', classes: 'govuk-label--s' },
  hint: { text: 'What whoever leads it calls it' },
  value: typed.reference,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'reference'),
})}
${radios({
  name: 'waits',
  idPrefix: 'waits',
  value: typed.waits,
  fieldset: legend('Does the case have to wait for it?'),
  errorMessage: errorOf(errors, 'waits'),
  items: [
    { value: 'yes', text: 'Yes', conditional: { html: checkFields(typed, errors) } },
    { value: 'no', text: 'No' },
  ],
})}
${button({ text: 'Record the proceeding', preventDoubleClick: true })}
</form>
</div></div>`
}

export type OneProceedingModel = {
  readonly hidden: Html
  readonly one: ShownProceeding
  readonly holds: OpenedCase['holds']
  readonly step: TypedStep
  readonly closing: TypedClosing
  readonly errors: readonly ErrorItem[]
}

/** One proceeding: something was done, or it is over. */
export function oneProceedingView({ hidden, one, holds, step, closing, errors }: OneProceedingModel): Html {
  const version = html`<input type="hidden" name="version" value="${one.version}">`
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${proceedingWords[one.kind]}</h1>
${proceedingFacts(one, holds)}
${
  stepsOf(one.kind).length > 0 &&
  html`<h2 class="govuk-heading-m">Something was done</h2>
<form method="post" novalidate>${hidden}${version}
${radios({
  name: 'step',
  idPrefix: 'step',
  value: step.step,
  fieldset: legend('What was done?'),
  hint: { text: 'Recorded again, the new date counts' },
  errorMessage: errorOf(errors, 'step'),
  items: stepsOf(one.kind).map((value) => ({ value, text: stepWords[value] })),
})}
${dateField({ name: 'doneOn', legend: 'When was it done?', value: step.doneOn, errors })}
${input({
  id: 'doneBy',
  name: 'doneBy',
  label: { text: 'Who did it?', classes: 'govuk-label--s' },
  hint: { text: 'A name or an office' },
  value: step.doneBy,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'doneBy'),
})}
${button({ text: 'Save what was done', name: '_action', value: 'step', preventDoubleClick: true })}
</form>`
}
<h2 class="govuk-heading-m">It is over</h2>
<form method="post" novalidate>${hidden}${version}
${radios({
  name: 'outcome',
  idPrefix: 'outcome',
  value: closing.outcome,
  fieldset: legend('How did it end?'),
  errorMessage: errorOf(errors, 'outcome'),
  items: outcomesOf(one.kind).map((value) => ({ value, text: outcomeWords[value] })),
})}
${dateField({ name: 'closedOn', legend: 'When did it end?', hint: 'From that day the case no longer waits for it', value: closing.closedOn, errors })}
${button({ text: 'Save that it is over', name: '_action', value: 'close', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
</div></div>`
}
