import type { HeldStage, HoldReason, Instant, PersonId, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { heldStageWords, holdReasonWords } from '../../wording/hold-words.ts'
import { writtenDate } from '../../wording/written-date.ts'

type Check = {
  readonly entry: number
  readonly contact: string
  readonly confirmedOn: PlainDate
  readonly nextCheckOn: PlainDate
  readonly recordedBy: PersonId
  readonly recordedAt: Instant
}

/** A hold as its page shows it: what, since when, and whom to ask. */
export type ShownHold = {
  readonly holdId: string
  readonly reason: HoldReason
  readonly stages: readonly HeldStage[]
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly nextCheckOn: PlainDate
  readonly version: number
  readonly checks: readonly Check[]
}

export type HoldsModel = {
  readonly caseId: string
  readonly holds: readonly ShownHold[]
  readonly sinceDeath: { readonly gross: number; readonly held: number; readonly net: number }
  readonly names: ReadonlyMap<PersonId, string>
  readonly mayRecord: boolean
  readonly today: PlainDate
}

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`

/** How long it is since the child died, and how much of that the panel could do nothing. */
export function sinceDeathWords({ gross, held, net }: HoldsModel['sinceDeath']): string {
  return held === 0
    ? `${days(gross)} since the death`
    : `${days(gross)} since the death: ${held} on hold for the panel, ${net} not`
}

/** What a case waits for, and what it waited for. */
export function holdsView(model: HoldsModel): Html {
  const { caseId, holds, sinceDeath, mayRecord } = model
  const open = holds.filter(({ until }) => until === null)
  const over = holds.filter(({ until }) => until !== null)
  return html`<h1 class="govuk-heading-l">Holds</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">${sinceDeathWords(sinceDeath)}. While a hold goes on, the time limit of what has to wait does not
run. Waiting for an agency’s form is no hold.</p>
${open.length === 0 && html`<p class="govuk-body">The case does not have to wait for anything.</p>`}
${open.map((hold) => shown(hold, model))}
${mayRecord && button({ text: 'Record a hold', href: `/cases/${caseId}/holds/new`, classes: 'govuk-button--secondary' })}
${over.length > 0 && html`<h2 class="govuk-heading-m">Over</h2>${over.map((hold) => shown(hold, model))}`}
</div></div>`
}

/** A hold at a glance. */
export function holdFacts({ stages, from, until, nextCheckOn, checks }: ShownHold): Html {
  const newest = checks[0]
  const rows: [string, string][] = [
    ['Has to wait', stages.map((stage) => heldStageWords[stage]).join(', ')],
    ['Began', writtenDate(from)],
  ]
  if (until !== null) rows.push(['Ended', writtenDate(until)])
  if (newest !== undefined) {
    rows.push(['Last heard that it goes on', writtenDate(newest.confirmedOn)])
    rows.push(['Whom to ask', newest.contact])
  }
  if (until === null) rows.push(['Ask again on', writtenDate(nextCheckOn)])
  return summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })
}

function shown(hold: ShownHold, { caseId, names, mayRecord, today }: HoldsModel): Html {
  const { holdId, reason, until, nextCheckOn, checks } = hold
  const words = holdReasonWords[reason]
  const late = until === null && nextCheckOn < today
  return html`<h2 class="govuk-heading-m">${words}</h2>
${late && html`<p class="govuk-body"><strong>Nobody has said since ${writtenDate(nextCheckOn)} that this goes on.</strong></p>`}
${holdFacts(hold)}
${
  checks.length > 1 &&
  details({
    summaryText: `Earlier checks: ${words.toLowerCase()}`,
    html: html`<ul class="govuk-list govuk-list--bullet">${checks
      .slice(1)
      .map(
        ({ confirmedOn, contact, recordedBy }) =>
          html`<li>${writtenDate(confirmedOn)}, ${contact}. Recorded by ${names.get(recordedBy) ?? 'somebody who has left'}</li>`,
      )}</ul>`,
  })
}
${
  until === null &&
  mayRecord &&
  html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/holds/${holdId}">Say that it goes on or is
over<span class="govuk-visually-hidden">: ${words}</span></a></p>`
}`
}
