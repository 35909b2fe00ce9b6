import { reportingYearFrom } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import { type PublishedRelease, tablesToChoose } from './published.ts'
import { explorerPath } from './question.ts'

export const explorerTitle = 'Explorer'

/** Which figures and which release: by GET, so that the address is the question. */
export function chooseForm(
  releases: readonly PublishedRelease[],
  chosen: Readonly<{ releaseId: string; tableId: string }>,
): Html {
  return html`<form method="get" action="/explorer" novalidate>
${select({ name: 'table', id: 'table', label: { text: 'Figures' }, value: chosen.tableId, items: tablesToChoose(releases) })}
${select({
  name: 'release',
  id: 'release',
  label: { text: 'Period and release' },
  hint: { text: 'Figures never change within a release.' },
  value: chosen.releaseId,
  items: releases.map(({ releaseId, reportingYear, asKnownOn }) => ({
    value: releaseId,
    text: `${reportingYearFrom(reportingYear).label}, as known on ${writtenTime(new Date(asKnownOn))}`,
  })),
})}
${button({ text: 'Show figures', classes: 'govuk-button--secondary' })}
</form>`
}

/** Before a table was chosen: what there is. */
export function chooseScreen(releases: readonly PublishedRelease[], readsRequests: boolean): Screen {
  const [newest] = releases
  return {
    title: explorerTitle,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${explorerTitle}</h1>
<p class="govuk-body">Figures here are published: small counts are protected, so that nobody can be recognised, and you can
pass them on. Each is from one release, which is named beside it.</p>
${newest === undefined && html`<p class="govuk-body">Nothing has been published in this area yet.</p>`}
${newest !== undefined && chooseForm(releases, { releaseId: newest.releaseId, tableId: newest.tables[0]?.tableId ?? '' })}
${newest !== undefined && contents(newest)}
<p class="govuk-body"><a class="govuk-link" href="/explorer/ask">Ask for a table that is not there</a></p>
${readsRequests && html`<p class="govuk-body"><a class="govuk-link" href="/explorer/asked">Tables that were asked for</a></p>`}
</div></div>`,
  }
}

function contents({ releaseId, reportingYear, tables }: PublishedRelease): Html {
  return html`<h2 class="govuk-heading-m">${reportingYearFrom(reportingYear).label}</h2>
<ul class="govuk-list">${tables.map(({ tableId, title, outcome }) =>
    outcome === 'published'
      ? html`<li><a class="govuk-link" href="${explorerPath(releaseId, tableId)}">${title}</a></li>`
      : html`<li>${title} (withheld)</li>`,
  )}</ul>`
}
