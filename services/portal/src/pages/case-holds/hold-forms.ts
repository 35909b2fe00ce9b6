import { HoldReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { heldStageWords, holdReasonWords } from '../../wording/hold-words.ts'
import { decidedStages, type TypedCheck, type TypedHold } from './form.ts'
import { holdFacts, type ShownHold } from './view.ts'

/** Records what a case has to wait for. */
export function newHoldView(hidden: Html, typed: TypedHold, errors: readonly ErrorItem[]): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Record a hold</h1>
<form method="post" novalidate>${hidden}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: {
    legend: { text: 'What does the case have to wait for?', classes: 'govuk-fieldset__legend--s' },
  },
  hint: { text: 'Waiting for an agency’s form is no hold' },
  errorMessage: errorOf(errors, 'reason'),
  items: HoldReason.options.map((value) => {
    const waits = whatWaits(value, `stages-${value}`, typed.stages, errors)
    return { value, text: holdReasonWords[value], ...(waits && { conditional: { html: waits } }) }
  }),
})}
${dateField({ name: 'from', legend: 'When did it begin?', value: typed.from, errors })}
${checkFields(typed, errors)}
${button({ text: 'Record the hold', preventDoubleClick: true })}
</form>
</div></div>`
}

/** Asked only of a reason that does not say by itself what has to wait. */
export function whatWaits(
  reason: HoldReason,
  name: string,
  stages: readonly string[],
  errors: readonly ErrorItem[],
): Html | null {
  const decided = decidedStages(reason)
  if (decided.length === 0) return null
  return checkboxes({
    name,
    idPrefix: name,
    values: stages,
    fieldset: { legend: { text: 'What has to wait?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: decided.length === 1 ? 'Tick it if it is so in this case' : 'Select all that apply' },
    errorMessage: errorOf(errors, name),
    items: decided.map((value) => ({ value, text: heldStageWords[value] })),
  })
}

/** Whom to ask and when again. */
export function checkFields(typed: TypedCheck, errors: readonly ErrorItem[]): Html {
  return html`${input({
    id: 'contact',
    name: 'contact',
    label: { text: 'Whom to ask how it stands', classes: 'govuk-label--s' },
    hint: { text: 'A name or an office, and how to reach them' },
    value: typed.contact,
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: errorOf(errors, 'contact'),
  })}
${dateField({ name: 'confirmedOn', legend: 'When did somebody last hear that it goes on?', value: typed.confirmedOn, errors })}
${dateField({ name: 'nextCheckOn', legend: 'When should somebody ask again?', value: typed.nextCheckOn, errors })}`
}

export type OneHoldModel = {
  readonly hidden: Html
  readonly hold: ShownHold
  readonly typed: TypedCheck
  readonly until: DateParts
  readonly errors: readonly ErrorItem[]
}

/** One hold: it goes on, or it is over. */
export function oneHoldView({ hidden, hold, typed, until, errors }: OneHoldModel): Html {
  const version = html`<input type="hidden" name="version" value="${hold.version}">`
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${holdReasonWords[hold.reason]}</h1>
${holdFacts(hold)}
<h2 class="govuk-heading-m">It goes on</h2>
<form method="post" novalidate>${hidden}${version}
${checkFields(typed, errors)}
${button({ text: 'Save that it goes on', name: '_action', value: 'check', preventDoubleClick: true })}
</form>
<h2 class="govuk-heading-m">It is over</h2>
<form method="post" novalidate>${hidden}${version}
${dateField({ name: 'until', legend: 'When did it end?', hint: 'From that day the time limits run again', value: until, errors })}
${button({ text: 'Save that it is over', name: '_action', value: 'end', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
</div></div>`
}
