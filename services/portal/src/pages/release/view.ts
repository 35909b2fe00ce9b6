import { isPublished } from '@cdop/domain'
import { type PublishedTable, reportingYearFrom } from '@cdop/statistics'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { barChart } from '../../figure-table/bar-chart.ts'
import { figureNotes } from '../../figure-table/figure-notes.ts'
import { figureTable } from '../../figure-table/figure-table.ts'
import { publishedFigure } from '../../figure-table/published-figure.ts'
import { denominatorsBelow } from '../../figure-table/released-denominators.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import { type SignedYears, signedWords } from '../assurance/view.ts'
import { challengeLink } from '../challenge-new/view.ts'
import type { Release } from './release.ts'
import { revisionView, toDateWarning } from './revision-view.ts'
import { shorthand } from './shorthand.ts'
import { type Deciding, decisionForm, previewWarning, standingRows } from './standing-view.ts'

type Published = Extract<Release['tables'][number], { outcome: 'published' }>

/** What an independent scrutineer has to do with it. */
export type Scrutinised = {
  readonly mayChallenge: boolean
  /** Null for whoever may not know, and while nobody can say. */
  readonly signed: SignedYears | null
}

/** A release as readers get it: nothing on the page is made of anything but its stored, protected cells. */
export function releaseScreen(
  release: Release,
  { mayChallenge, signed }: Scrutinised,
  deciding: Deciding,
): Screen {
  const { title, tables } = release
  const [first] = tables.flatMap((found) => (found.outcome === 'published' ? [found.table] : []))
  return {
    title,
    section: 'Releases',
    backLink: '/releases',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${previewWarning(release, deciding)}
${head(release, signed, deciding)}
${toDateWarning(release)}
${mayChallenge && challengeLink(`release=${release.releaseId}`)}
${first !== undefined && shorthand(first.rule)}
<h2 class="govuk-heading-m">Tables</h2>
<ul class="govuk-list">${tables.map(
      (found) =>
        html`<li><a class="govuk-link" href="#${found.tableId}">${found.title}</a>${
          found.outcome === 'withheld' && ' (withheld)'
        }</li>`,
    )}</ul>
</div></div>
${tables.map(
  (found) => html`<section id="${found.tableId}" aria-labelledby="${found.tableId}-heading">
<h2 class="govuk-heading-m" id="${found.tableId}-heading">${found.title}</h2>
${found.outcome === 'withheld' ? withheld(found.says) : published(release, found)}
</section>`,
)}
${decisionForm(release, deciding)}`,
  }
}

function head(release: Release, signed: SignedYears | null, deciding: Deciding): Html {
  const { releaseId, areaName, reportingYear, asKnownOn, hash } = release
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return summaryList({
    rows: [
      row('Area', areaName),
      row('Period', reportingYearFrom(reportingYear).label),
      row('As known on', writtenTime(new Date(asKnownOn))),
      row('Release', releaseId),
      row('Check value', hash.slice(0, 12)),
      ...standingRows(release, deciding).map(({ key, text }) => row(key, text)),
      ...(signed === null
        ? []
        : [
            {
              key: { text: 'Independent scrutiny' },
              value: {
                html: html`<a class="govuk-link" href="/assurance">${signedWords(signed, reportingYear)}</a>`,
              },
            },
          ]),
    ],
  })
}

function withheld(says: string): Html {
  return insetText({ html: html`<p class="govuk-body">This table is withheld from the release. ${says}</p>` })
}

function published({ releaseId, denominators, standing }: Release, found: Published): Html {
  const { tableId, title, table } = found
  const figure = publishedFigure(table, denominatorsBelow(tableId, denominators))
  return html`${chart(table)}
${figureTable(figure)}
${revisionView(found)}
${
  isPublished(standing) &&
  html`<p class="govuk-body"><a class="govuk-link" href="/releases/${releaseId}/tables/${tableId}.csv" download>Download as
CSV<span class="govuk-visually-hidden">: ${title}</span></a></p>`
}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${figureNotes(figure)}</div></div>`
}

function chart(table: PublishedTable): Html | null {
  const bars = barChart(table)
  return (
    bars &&
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<div class="govuk-!-margin-bottom-6">${bars}</div></div></div>`
  )
}
