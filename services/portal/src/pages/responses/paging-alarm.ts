import type { OnCallPart } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { partWords } from '../../wording/response-words.ts'

export type PagingAlerts = { unanswered: number; nobodyOnCall: readonly OnCallPart[] }

/** "Nobody is on call as lead or deputy now." */
export function nobodyOnCallWords(parts: readonly OnCallPart[]): string {
  return `Nobody is on call as ${parts.map((part) => partWords[part].toLowerCase()).join(' or ')} now.`
}

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
    // A missing deputy alone stands on the rota: the area contact is paged instead.
    ...(nobodyOnCall.includes('lead')
      ? [
          html`${nobodyOnCallWords(nobodyOnCall)} <a class="govuk-notification-banner__link" href="/rota">Look at the rota</a>.`,
        ]
      : []),
  ]
  if (lines.length === 0) return html``
  return notificationBanner({
    titleText: 'Act now',
    html: html`${lines.map((line) => html`<p class="govuk-notification-banner__heading">${line}</p>`)}`,
  })
}
