import { genericHeader } from '../components/generic-header.ts'
import { type Html, html } from '../components/html.ts'
import { phaseBanner } from '../components/phase-banner.ts'
import { serviceNavigation } from '../components/service-navigation.ts'
import type { PageFrame, SignedIn } from './page-frame.ts'

/** Name of the service, area, person, navigation and, where the data are invented, a line that says so. */
export function header({ serviceName, areaName, user, navigation, demonstration }: PageFrame): Html {
  return html`<header class="govuk-template__header">
<div class="cdop-header"><div class="govuk-width-container cdop-header__bar">
${genericHeader({ logoText: serviceName, url: '/', containerClasses: 'cdop-header__name' })}
<div class="cdop-header__account">
${areaName !== undefined && html`<span class="cdop-header__area"><span class="govuk-visually-hidden">Area: </span>${areaName}</span>`}
${user && signOut(user)}
</div>
</div></div>
${
  navigation.length > 0 &&
  serviceNavigation({ navigation, navigationLabel: 'Main', menuButtonLabel: 'Main menu' })
}
${demonstration && demonstrationBanner()}
</header>`
}

function signOut({ name, csrf }: SignedIn): Html {
  return html`<span>${name}</span>
<form method="post" action="/sign-out" novalidate>
<input type="hidden" name="_csrf" value="${csrf}">
<button class="cdop-header__sign-out" type="submit">Sign out</button>
</form>`
}

function demonstrationBanner(): Html {
  return html`<div class="cdop-demonstration">${phaseBanner({
    tag: { text: 'Demonstration data', classes: 'govuk-tag--yellow' },
    text: 'Everyone here is invented. Do not enter anything about a real child.',
  })}</div>`
}
