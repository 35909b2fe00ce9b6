import type { CaseId, PanelMeetingId, PersonId } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'

/** What was said of not coming, as far as this person is told. */
export type Apologies = {
  /** They may send one of their own. */
  readonly maySend: boolean
  readonly own: boolean
  /** The names of everybody who cannot come; null for whoever is not told. */
  readonly names: readonly string[] | null
  /** The same people by id. */
  readonly all: readonly PersonId[] | null
  /** The cases with a comment that is held back from the chair. */
  readonly heldBack: readonly { readonly caseId: CaseId; readonly reference: string }[]
}

export function apologiesSection(
  panelMeetingId: PanelMeetingId,
  { maySend, own, names, heldBack }: Apologies,
): Html {
  const at = `/panel-meetings/${panelMeetingId}`
  return html`<h2 class="govuk-heading-m">Apologies</h2>
${names !== null && names.length === 0 && html`<p class="govuk-body">Nobody has sent an apology.</p>`}
${names !== null && names.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${names.map((name) => html`<li>${name}</li>`)}</ul>`}
${maySend && html`<p class="govuk-body">${own && 'You have sent an apology. '}<a class="govuk-link" href="${at}/apology">${own ? 'Change it' : 'Tell the chair that you cannot come'}</a></p>`}
${heldBack.map(
  ({ caseId, reference }) =>
    html`<p class="govuk-body"><a class="govuk-link" href="${at}/cases/${caseId}/comments">A comment on case ${reference} is held back from the chair</a></p>`,
)}`
}
