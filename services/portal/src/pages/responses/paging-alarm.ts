import type { OnCallPart } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { partWords } from '../../wording/response-words.ts'

export type PagingAlerts = { unanswered: number; nobodyOnCall: readonly OnCallPart[] }

/** What a coordinator must do something about now, loudly; nothing when somebody is on call and has answered. */
export function pagingAlarm({ unanswered, nobodyOnCall }: PagingAlerts): Html {
  const lines = [
    ...(unanswered > 0
      ? [
          html`<a class="govuk-notification-banner__link" href="/responses">${
            unanswered === 1
              ? '1 death has paged somebody and nobody has answered'
              : `${unanswered} deaths have paged somebody and nobody has answered`
          }</a>. Phone the on-call lead now.`,
        ]
      : []),
    ...(nobodyOnCall.length > 0
      ? [
          html`Nobody is on call as ${nobodyOnCall.map((part) => partWords[part].toLowerCase()).join(' or ')} now. <a class="govuk-notification-banner__link" href="/rota">Look at the rota</a>.`,
        ]
      : []),
  ]
  if (lines.length === 0) return html``
  return notificationBanner({
    titleText: 'Act now',
    html: html`${lines.map((line) => html`<p class="govuk-notification-banner__heading">${line}</p>`)}`,
  })
}
