import {
  type AgeBand,
  AgendaTheme,
  type CaseId,
  type CaseReference,
  type GateItem,
  type NotProposedReason,
  type PlainDate,
  type RequiredAgency,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import { gateItemWords } from '../../wording/gate-words.ts'
import { writtenMinutes } from '../../wording/panel-meeting-words.ts'
import { leftOutWords, themeWords } from '../../wording/proposal-of-agenda-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { writtenMonth } from '../../wording/written-month.ts'

type ProposedCase = {
  readonly caseId: CaseId
  readonly reference: CaseReference
  readonly ageBand: AgeBand
  readonly monthOfDeath: string
  readonly dueOn: PlainDate | null
  readonly warns: readonly GateItem[]
  readonly kept: boolean
}

export type ProposalModel = {
  readonly hidden: Html
  readonly title: string
  readonly version: number
  readonly theme: AgendaTheme
  readonly minutesEach: number
  readonly minutesFree: number | null
  readonly proposed: readonly ProposedCase[]
  readonly leftOut: readonly (ProposedCase & {
    readonly because: NotProposedReason
    readonly blocks: readonly GateItem[]
    readonly missing: readonly RequiredAgency[]
  })[]
  readonly more: boolean
}

/** The cases a meeting could take, with why not of the others; whoever arranges it ticks those it is to take. */
export function proposalView(model: ProposalModel): Html {
  const { hidden, title, version, theme, proposed, leftOut, more } = model
  const offered = [...proposed, ...leftOut.filter(({ kept }) => kept)]
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<form method="get" novalidate>
${radios({
  name: 'theme',
  idPrefix: 'theme',
  value: theme,
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Which cases?', classes: 'govuk-fieldset__legend--s' } },
  items: AgendaTheme.options.map((value) => ({ value, text: themeWords[value] })),
})}
${button({ text: 'Propose anew', classes: 'govuk-button--secondary' })}
</form>
<p class="govuk-body">${roomWords(model)} What the panel is to review first comes first. Quorum is worked out for everybody who is on
the panel now, without those who do not count in a case.</p>
${more && html`<p class="govuk-body">There are more cases: those due first were looked at.</p>`}
${
  offered.length === 0
    ? html`<h2 class="govuk-heading-m">Proposed</h2><p class="govuk-body">No case is proposed.</p>`
    : html`<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${version}">
${checkboxes({
  name: 'cases',
  idPrefix: 'cases',
  fieldset: { legend: { text: 'Proposed', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: 'A case you tick comes on the agenda once its summary is written' },
  items: offered.map((one) => ({
    value: one.caseId,
    text: nameOf(one),
    checked: true,
    hint: { text: [dueWords(one), ...one.warns.map((item) => gateItemWords[item].lacks(1))].join('. ') },
  })),
})}
${button({ text: 'Save the proposal', preventDoubleClick: true })}
</form>`
}
<h2 class="govuk-heading-m">Not proposed</h2>
${
  leftOut.length === 0
    ? html`<p class="govuk-body">No other case is with the panel’s office.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${leftOut.map(
        (one) =>
          html`<li><a class="govuk-link" href="/cases/${one.caseId}">${one.reference}</a>, ${ageBandWords[
            one.ageBand
          ].toLowerCase()}: ${leftOutWords(one)}</li>`,
      )}</ul>`
}
<p class="govuk-body">Cases whose review meeting is still to come are not looked at.</p>
</div></div>`
}

const nameOf = ({ reference, ageBand, monthOfDeath }: ProposedCase) =>
  `${reference}, ${ageBandWords[ageBand].toLowerCase()}, died in ${writtenMonth(monthOfDeath)}`

const dueWords = ({ dueOn }: ProposedCase) =>
  dueOn === null ? 'Nothing is due' : `Next due ${writtenDate(dueOn)}`

function roomWords({ minutesEach, minutesFree }: ProposalModel): string {
  const each = `A case has ${writtenMinutes(minutesEach)}`
  if (minutesFree === null)
    return `${each}. Nobody has said how long the meeting is, so time leaves no case out.`
  return minutesFree <= 0
    ? `${each}, and the meeting has no time left.`
    : `${each}, and the meeting has ${writtenMinutes(minutesFree)} left.`
}
