import { type Html, html } from '../../components/html.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { NotificationModel } from './model.ts'

/** What a notification that came in thin still lacks. */
export function missing(model: NotificationModel): Html | null {
  const { unanswered, askedUntil, state, mayDecide, notificationId } = model
  if (unanswered.length === 0) return null
  return html`<h2 class="govuk-heading-m">Still to be answered</h2>
<p class="govuk-body">This notification was forwarded without these answers. It cannot be accepted before they are given.</p>
<ul class="govuk-list govuk-list--bullet">${unanswered.map(({ question }) => html`<li>${question}</li>`)}</ul>
${
  askedUntil !== null &&
  html`<p class="govuk-body">Somebody was asked for them and can answer until ${writtenTime(new Date(askedUntil))}.</p>`
}
${
  state === 'received' &&
  mayDecide &&
  html`<ul class="govuk-list">
<li><a class="govuk-link" href="/notifications/${notificationId}/ask">Ask the unit for the answers</a></li>
<li><a class="govuk-link" href="/notifications/${notificationId}/change">Give the answers</a></li>
</ul>`
}`
}

/** Who may, corrects or completes the answers until they are decided; when somebody did is said. */
export function changes({
  state,
  mayDecide,
  notificationId,
  sections,
  changes: made,
}: NotificationModel): Html {
  const open = state === 'received' && mayDecide
  const times = made.map(({ replacedAt }) => writtenTime(new Date(replacedAt)))
  return html`${
    times.length > 0 &&
    html`<p class="govuk-body">Answers changed ${times.join(', and ')}.
${sections.length > 0 && html`<a class="govuk-link" href="/notifications/${notificationId}/changes">See what was changed</a>.`}</p>`
  }${
    open &&
    html`<p class="govuk-body"><a class="govuk-link" href="/notifications/${notificationId}/change">Change answers</a></p>`
  }`
}
