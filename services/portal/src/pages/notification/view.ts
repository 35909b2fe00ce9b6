import { notificationReference } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { answerSections } from '../answer-sections.ts'
import { notificationStateWords } from '../notifications/view.ts'
import { changes, missing } from './answer-changes.ts'
import { decision } from './decision.ts'
import { matches } from './matches.ts'
import type { NotificationModel } from './model.ts'
import { placeView } from './place-view.ts'
import { scopeSummary } from './scope-summary.ts'
import { confirmation, decided, elsewhere, howSoon, inError, isOffered, national } from './standing.ts'

/** The whole notification, what the rules say of it, and the decision to take. */
export function notificationView(model: NotificationModel): Html {
  const { state, receivedOn, sections, notificationId } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Notification</h1>
${decided(model)}
${summaryList({
  rows: [
    { key: { text: 'Received' }, value: { text: writtenDate(receivedOn) } },
    { key: { text: 'How soon' }, value: { text: howSoon(model) } },
    {
      key: { text: 'Reference of the notification' },
      value: { text: notificationReference(notificationId) },
    },
    { key: { text: 'Decision' }, value: { text: notificationStateWords[state] } },
    { key: { text: 'Death and identity' }, value: { html: confirmation(model) } },
    ...(model.clocks.national === null
      ? []
      : [{ key: { text: 'National database' }, value: { html: national(model, model.clocks.national) } }]),
  ],
})}
${scopeSummary(model)}
${model.places.map(placeView)}
${missing(model)}
${matches(model)}
<p class="govuk-body"><a class="govuk-link" href="/related?notification=${notificationId}">Related children and deaths</a></p>
${changes(model)}
${answerSections(
  sections,
  ({ linkId, answer }) => (linkId === 'local-authority' ? model.authorityName(answer) : answer),
  { anchored: true },
)}
${state === 'received' && model.mayDecide && !isOffered(model) && decision(model)}
${state === 'received' && elsewhere(model)}
${model.mayReportInError && inError(model)}
</div></div>`
}
