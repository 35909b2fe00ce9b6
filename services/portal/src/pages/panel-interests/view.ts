import {
  type AgeBand,
  type CaseId,
  type CaseReference,
  ConflictOutcome,
  type ConflictProposal,
  outcomeRefused,
} from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import { outcomeWords, ownProposalWords } from '../../wording/conflict-words.ts'
import { writtenMonth } from '../../wording/written-month.ts'

export const interestsTitle = 'Did you have to do with any of these cases?'

type OwnInterest = {
  readonly caseId: CaseId
  readonly reference: CaseReference
  readonly ageBand: AgeBand
  readonly monthOfDeath: string
  readonly outcome: ConflictOutcome | null
  readonly proposals: readonly ConflictProposal[]
}

export type InterestsModel = {
  readonly hidden: Html
  readonly items: readonly OwnInterest[]
  /** What was answered a moment ago: nothing, that somebody withdrew, or anything else. */
  readonly saved: string
}

const says: Record<ConflictOutcome, string> = {
  none: 'No, I had not',
  'facts-only': 'I can say what I know, and do not decide',
  withdrawn: 'Yes: withdraw from it',
}

/** The cases of a meeting by reference, age and month, each with the reader's own answer. */
export function interestsView({ hidden, items, saved }: InterestsModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${interestsTitle}</h1>
${
  saved === 'withdrawn' &&
  notificationBanner({
    type: 'success',
    text: 'You declared a conflict of interest. The case is closed to you from now on.',
  })
}${saved === 'yes' && notificationBanner({ type: 'success', text: 'Your answer is recorded.' })}
<p class="govuk-body">A conflict is personal involvement: you knew the child or the family, or you had a part in the care or
in decisions about it. That you work for an organisation which knew the child is none by itself.</p>
<p class="govuk-body">If you lead the case, or are its designated doctor, you usually stay to say what you know: you read the
case, do not count towards its quorum and do not decide. If you withdraw, the case closes to you at once. You can say more at
any time; only the coordinator or the chair can take it back.</p>
${items.length === 0 ? html`<p class="govuk-body">No case of this meeting is open to you.</p>` : items.map((item) => oneCase(hidden, item))}
</div></div>`
}

function oneCase(
  hidden: Html,
  { caseId, reference, ageBand, monthOfDeath, outcome, proposals }: OwnInterest,
): Html {
  const offered = ConflictOutcome.options.filter(
    (one) => one !== outcome && outcomeRefused(outcome, one, { by: 'self', because: null }) === null,
  )
  return html`<h2 class="govuk-heading-m">${reference}</h2>
<p class="govuk-body">${ageBandWords[ageBand]}, died in ${writtenMonth(monthOfDeath)}.</p>
${proposals.map((one) => html`<p class="govuk-body">${ownProposalWords[one]}.</p>`)}
<p class="govuk-body"><strong>Your answer: ${outcome === null ? 'not given yet' : outcomeWords(outcome).toLowerCase()}</strong></p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="case" value="${caseId}">
<div class="govuk-button-group">${offered.map(
    (one) =>
      html`<button type="submit" class="govuk-button ${one === 'withdrawn' ? 'govuk-button--warning' : 'govuk-button--secondary'}" data-module="govuk-button" data-prevent-double-click="true" name="_action" value="${one}">${says[one]}<span class="govuk-visually-hidden"> (case ${reference})</span></button>`,
  )}</div>
</form>`
}
