import { TonightContact } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { tonightWords } from '../../tonight/tonight-words.ts'
import { type ShownSettings, versionAsked } from './shown-settings.ts'
import { timeFields, timeNames } from './time-fields.ts'

const NOT_GIVEN = 'Not given'

/** Earlier versions, each with the way to put it back. */
function history(
  versions: ShownSettings['contacts'] | ShownSettings['times'],
  { madeBy }: Pick<ShownSettings, 'madeBy'>,
  change: { href: string; of: string },
): Html {
  if (versions.length < 2) return html``
  return html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Earlier versions<span class="govuk-visually-hidden"> of ${change.of}</span></span></summary>
<div class="govuk-details__text"><ul class="govuk-list">
${versions
  .slice(1)
  .map(
    (version) =>
      html`<li>${madeBy(version)} <a class="govuk-link" href="${change.href}?version=${version.version}">Look at it and put it back<span class="govuk-visually-hidden"> (${change.of}, version ${version.version})</span></a></li>`,
  )}
</ul></div></details>`
}

export function areaSettingsView(settings: ShownSettings): Html {
  const { newest: contacts } = versionAsked(settings.contacts, '')
  const { newest: times } = versionAsked(settings.times, '')
  const defaults = settings.times.at(-1)?.content ?? times.content
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Area settings</h1>
<h2 class="govuk-heading-m">Numbers for tonight</h2>
<p class="govuk-body">Everybody who notifies a death sees these, because the form alerts nobody at night.</p>
${summaryList({
  rows: TonightContact.options.map((contact) => ({
    key: { text: tonightWords[contact] },
    value: { text: contacts.content[contact] ?? NOT_GIVEN },
  })),
})}
<p class="govuk-body">${settings.madeBy(contacts)}. <a class="govuk-link" href="/area-settings/numbers">Change the numbers</a></p>
${history(settings.contacts, settings, { href: '/area-settings/numbers', of: 'the numbers' })}
<h2 class="govuk-heading-m">Times</h2>
${summaryList({
  rows: timeNames.map((name) => ({
    key: { text: timeFields[name].label },
    value: {
      text: `${times.content[name]} ${timeFields[name].unit} (default ${defaults[name]})`,
    },
  })),
})}
<p class="govuk-body">${settings.madeBy(times)}. <a class="govuk-link" href="/area-settings/times">Change the times</a></p>
${history(settings.times, settings, { href: '/area-settings/times', of: 'the times' })}
<h2 class="govuk-heading-m">Time limits</h2>
<p class="govuk-body"><a class="govuk-link" href="/area-settings/limits">How long things may take in a review</a></p>
<h2 class="govuk-heading-m">Quorum</h2>
<p class="govuk-body"><a class="govuk-link" href="/area-settings/quorum">When a panel may decide a case</a></p>
<h2 class="govuk-heading-m">Agendas</h2>
<p class="govuk-body"><a class="govuk-link" href="/area-settings/case-minutes">How long a panel speaks about a case</a></p>
<h2 class="govuk-heading-m">Packs</h2>
<p class="govuk-body"><a class="govuk-link" href="/area-settings/packs">When a pack is released, and how long it opens</a></p>
</div></div>`
}
