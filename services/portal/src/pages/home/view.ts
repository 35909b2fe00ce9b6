import type { NationalStanding } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { warningText } from '../../components/warning-text.ts'
import type { Destination } from '../../page/place.ts'
import type { Screen } from '../../page/screen.ts'
import type { PersonVisitor } from '../../session/visitor.ts'
import { roleWords } from '../../user/role-words.ts'
import { standingWords } from '../../wording/national-words.ts'
import { seatsElsewhere } from '../../wording/seats-elsewhere.ts'

/** What waits for this person. */
type Waits = {
  /** Other deaths in a household that wait for them to say that they have seen them. */
  readonly unseen: number
  /** Urgent alerts they have not said that they know of, and those whose time is over for somebody. */
  readonly alerts: { readonly toKnow: number; readonly overdue: number }
  /** How NCMD stands, and how many submissions wait for it. */
  readonly national: { readonly standing: NationalStanding; readonly waiting: number }
}

export function homeScreen(
  visitor: PersonVisitor,
  places: readonly Destination[],
  { unseen, national, alerts }: Waits,
): Screen {
  const { area, areas, roles } = visitor
  return {
    title: 'Start',
    main: html`<h1 class="govuk-heading-l">Child death reviews in ${area.name}</h1>
${alerts.toKnow + alerts.overdue > 0 && alertsBanner(alerts)}
${unseen > 0 && unseenBanner(unseen)}
${nationalWarning(national)}
<p class="govuk-body">You work here as ${roles.map((role) => roleWords[role].toLowerCase()).join(' and ')}.</p>
${
  places.length > 0 &&
  html`<ul class="govuk-list">${places.map(
    ({ href, text, says }) => html`<li class="govuk-!-margin-bottom-4">
<a class="govuk-link govuk-!-font-weight-bold" href="${href}">${text}</a><br>${says}</li>`,
  )}</ul>`
}
${seatsElsewhere(areas, area.areaId)}
${areas.length > 1 && html`<p class="govuk-body"><a class="govuk-link" href="/areas">Work in another area</a></p>`}`,
  }
}

function nationalWarning({ standing, waiting }: Waits['national']): Html {
  const words = standingWords[standing]
  if (words === null) return html``
  const wait = waiting === 1 ? 'One submission waits.' : `${waiting} submissions wait.`
  return warningText({ text: `${words} ${wait}`, iconFallbackText: 'Warning' })
}

function alertsBanner({ toKnow, overdue }: Waits['alerts']): Html {
  const said = [
    toKnow > 0 && (toKnow === 1 ? 'An urgent alert waits for you' : `${toKnow} urgent alerts wait for you`),
    overdue > 0 &&
      (overdue === 1
        ? 'Not everybody has acknowledged an urgent alert in time'
        : `Not everybody has acknowledged ${overdue} urgent alerts in time`),
  ].filter((one) => one !== false)
  return notificationBanner({
    titleId: 'alerts-banner',
    html: html`${said.map(
      (text) => html`<p class="govuk-notification-banner__heading">
<a class="govuk-notification-banner__link" href="/alerts">${text}</a></p>`,
    )}`,
  })
}

function unseenBanner(unseen: number): Html {
  const text =
    unseen === 1
      ? 'Another child death in a household waits for you to see it'
      : `${unseen} other child deaths in a household wait for you to see them`
  return notificationBanner({
    html: html`<p class="govuk-notification-banner__heading">
<a class="govuk-notification-banner__link" href="/related">${text}</a></p>`,
  })
}
