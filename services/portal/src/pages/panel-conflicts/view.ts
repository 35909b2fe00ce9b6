import type { CaseReference, ConflictOutcome, ConflictProposal, PanelAgency } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { agencyWords } from '../../user/role-words.ts'
import { outcomeWords, proposalWords } from '../../wording/conflict-words.ts'
import { writtenCount } from '../../wording/written-count.ts'

export const conflictsTitle = 'Conflicts of interest'

type Interest = {
  readonly reference: CaseReference
  /** Where it is recorded. */
  readonly href: string
  readonly outcome: ConflictOutcome | null
  readonly proposals: readonly ConflictProposal[]
}

type PanelMemberRow = {
  readonly displayName: string
  readonly agency: PanelAgency
  readonly interests: readonly Interest[]
}

export type ConflictsModel = {
  /** The cases of the agenda that are there for whoever looks. */
  readonly references: readonly CaseReference[]
  readonly members: readonly PanelMemberRow[]
  readonly saved: boolean
}

/** Members of the panel beside the cases of a meeting. */
export function conflictsView({ references, members, saved }: ConflictsModel): Html {
  const notAsked = members.flatMap(({ interests }) => interests).filter(({ outcome }) => outcome === null)
  return html`<h1 class="govuk-heading-l">${conflictsTitle}</h1>
${saved && notificationBanner({ type: 'success', text: 'The answer is recorded.' })}
<p class="govuk-body">A conflict is personal involvement: somebody knew the child or the family, or had a part in the care
or in decisions about it. An employer alone is none, and only proposes that somebody is asked.</p>
${
  references.length === 0 || members.length === 0
    ? html`<p class="govuk-body">${references.length === 0 ? 'No case is on the agenda yet.' : 'Your area has no panel members yet.'}</p>`
    : html`<p class="govuk-body">${
        notAsked.length === 0
          ? 'Everybody was asked about every case.'
          : `${writtenCount(notAsked.length, 'answer')} still to come. Ask before packs go out.`
      }</p>
${scrollRegion(
  'Members and cases',
  table({
    caption: 'Members and cases',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'Member' }, ...references.map((reference) => ({ text: reference }))],
    rows: members.map((member) => [
      { html: html`${member.displayName}<br><span class="govuk-hint">${agencyWords[member.agency]}</span>` },
      ...member.interests.map((interest) => ({ html: cell(member, interest) })),
    ]),
  }),
)}`
}`
}

function cell({ displayName }: PanelMemberRow, { href, reference, outcome, proposals }: Interest): Html {
  return html`<a class="govuk-link" href="${href}">${outcomeWords(outcome)}<span class="govuk-visually-hidden">: ${displayName}, case ${reference}</span></a>${
    outcome === null &&
    proposals.map((one) => html`<br><span class="govuk-hint">${proposalWords[one]}</span>`)
  }`
}
