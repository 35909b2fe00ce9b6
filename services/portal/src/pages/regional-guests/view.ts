import type { PanelAgency, PersonId } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { type Html, html } from '../../components/html.ts'
import { agencyWords } from '../../user/role-words.ts'
import { CHAIRS, GUESTS } from './form.ts'

export const guestsTitle = 'Who goes to the panels of the other areas'

export type Guests = {
  readonly hidden: Html
  readonly version: number
  readonly hosts: boolean
  readonly members: readonly {
    readonly personId: PersonId
    readonly displayName: string
    readonly agency: PanelAgency
    readonly chairs: boolean
  }[]
  readonly guests: readonly string[]
  readonly leading: readonly string[]
}

/** The area's own panel, each to be sent or not; the host's chairs may lead there. */
export function guestsView({ hidden, version, hosts, members, guests, leading }: Guests): Html {
  const boxes = (name: string, question: string, hint: string, values: readonly string[], from = members) =>
    checkboxes({
      name,
      idPrefix: name,
      values: [...values],
      fieldset: { legend: { text: question, classes: 'govuk-fieldset__legend--s' } },
      hint: { text: hint },
      items: from.map(({ personId, displayName, agency }) => ({
        value: personId,
        text: displayName,
        hint: { text: agencyWords[agency] },
      })),
    })
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${guestsTitle}</h1>
<p class="govuk-body">Whoever you name gets a seat at the meeting of each other area that takes part. In that area they read the
agenda and the released pack of this one meeting, declare conflicts of interest, follow the live panel and count for their agency.
They see nothing else there, and nothing they are in your area comes with them. A seat ends 14 days after the meeting, or when you
take it back.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${boxes(GUESTS, 'Who goes as a member?', 'Each speaks for their agency', guests)}
${
  hosts &&
  boxes(
    CHAIRS,
    'Who chairs in the other areas?',
    'They lead the live panel there and agree the analysis with that area’s panel. The area keeps it',
    leading,
    members.filter(({ chairs }) => chairs),
  )
}
${button({ text: 'Save who goes', preventDoubleClick: true })}
</form>
</div></div>`
}
