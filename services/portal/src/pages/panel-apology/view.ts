import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'

export const apologyTitle = 'Your apology for the meeting'

export const CANNOT_COME = 'cannot-come'
export const CAN_COME = 'can-come'

/** A member says that they cannot come, or that they can after all. */
export function apologyView({
  hidden,
  own: { entry, apologises },
}: {
  readonly hidden: Html
  /** What they said last, and how often they said something. */
  readonly own: { readonly entry: number; readonly apologises: boolean }
}): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${apologyTitle}</h1>
<p class="govuk-body">${
    apologises
      ? 'You have sent an apology. The chair and the coordinator can see it.'
      : 'If you cannot come, tell the chair and the coordinator here.'
  }</p>
<p class="govuk-body">Whoever is not there does not count towards the quorum, also when they send comments. You can send the chair
comments on a case from its own page.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="_entry" value="${entry}">
${button({
  text: apologises ? 'I can come after all' : 'Send an apology',
  name: '_action',
  value: apologises ? CAN_COME : CANNOT_COME,
  preventDoubleClick: true,
})}
</form>
</div></div>`
}
