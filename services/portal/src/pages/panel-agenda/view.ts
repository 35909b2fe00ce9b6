import type { AgeBand, CaseId, CaseReference, PlainTime } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import { agendaLengthWords } from '../../wording/panel-meeting-words.ts'
import { writtenMonth } from '../../wording/written-month.ts'
import { minutesField } from './form.ts'

type Item = {
  readonly caseId: CaseId
  readonly reference: CaseReference
  readonly ageBand: AgeBand
  readonly monthOfDeath: string
  readonly minutes: number
}

export type AgendaModel = {
  readonly hidden: Html
  readonly title: string
  readonly version: number
  readonly startsAt: PlainTime | null
  readonly endsAt: PlainTime | null
  readonly agenda: readonly Item[]
  /** What was typed, where the page is shown again. */
  readonly typed: (caseId: CaseId) => string | null
  readonly errors: readonly ErrorItem[]
}

/** The cases of a meeting in their order, each with its minutes; buttons move one of them a place. */
export function panelAgendaView(model: AgendaModel): Html {
  const { hidden, title, version, agenda } = model
  const lengths = agenda.map(({ minutes }) => minutes)
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${
  agenda.length === 0
    ? html`<p class="govuk-body">No case is on the agenda yet. A coordinator lists a case from its own page.</p>`
    : html`<p class="govuk-body">${agendaLengthWords(lengths, model)}</p>
<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${version}">
${
  // Return in a field of minutes presses the first button: it saves and moves nothing.
  button({ text: 'Save the minutes', preventDoubleClick: true })
}
<ol class="govuk-list govuk-list--number">${agenda.map((item, index) => itemView(item, index, model))}</ol>
</form>`
}
</div></div>`
}

function itemView(item: Item, index: number, { agenda, typed, errors }: AgendaModel): Html {
  const { caseId, reference, ageBand, monthOfDeath, minutes } = item
  const id = minutesField(caseId)
  const move = (where: 'up' | 'down', text: string) =>
    html`<button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-right-2" data-module="govuk-button"
data-prevent-double-click="true" name="_action" value="${where} ${caseId}">${text}<span class="govuk-visually-hidden"> case
${reference}</span></button>`
  return html`<li class="govuk-!-margin-bottom-4"><strong>${reference}</strong>, ${ageBandWords[ageBand].toLowerCase()}, died in
${writtenMonth(monthOfDeath)}
${input({
  id,
  name: id,
  inputmode: 'numeric',
  classes: 'govuk-input--width-3',
  value: typed(caseId) ?? String(minutes),
  label: { text: `Minutes for case ${reference}` },
  errorMessage: errorOf(errors, id),
})}
${index > 0 && move('up', 'Up')}${index < agenda.length - 1 && move('down', 'Down')}</li>`
}
