import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { ReportingRouter } from '@cdop/reporting/api'
import type { clientOf } from '@cdop/rpc'
import { type ReportingYear, reportingYearFrom } from '@cdop/statistics'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { progressPicture } from '../../figure-table/progress-picture.ts'
import { standingWords } from '../../wording/recommendation-words.ts'
import { type SignedYears, signedWords } from '../assurance/view.ts'
import { counted } from '../recommendations/overview-view.ts'

export const scrutinyTitle = 'Scrutiny'

type Overview = Awaited<
  ReturnType<ReturnType<typeof clientOf<FactorAnalysisRouter>>['scrutiny']['read']['query']>
>
type Releases = Awaited<
  ReturnType<ReturnType<typeof clientOf<ReportingRouter>>['release']['list']['query']>
>['releases']

export type ScrutinisedArea = {
  readonly areaId: string
  readonly name: string
  readonly overview: Overview
  readonly signed: SignedYears
  readonly releases: Releases
}

export type ScrutinyModel = {
  /** The last year that is over. */
  readonly year: ReportingYear
  readonly areas: readonly ScrutinisedArea[]
  /** The area this person works in now: what it has can be opened. */
  readonly here: { readonly areaId: string; readonly name: string }
}

/** How far areas are with what was recommended, and what of it can be opened where one works now. */
export function scrutinyView({ areas, here, year }: ScrutinyModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${scrutinyTitle}</h1>
<p class="govuk-body">How far each area is with what was recommended, and what came of it. No case is shown here, and none can be
opened from here.</p>
</div></div>
${scrollRegion('Areas side by side', sideBySide(areas, year))}
<p class="govuk-body govuk-!-font-size-16">Actions that are no longer relevant are not counted. Percentages are rounded to whole
numbers. A recommendation is overdue when it, or one of its actions, is behind its day.</p>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">How far the actions are</h2>
${areas.map(actionsOf)}
<h2 class="govuk-heading-m">Read in ${here.name}</h2>
<ul class="govuk-list">
${link('/recommendations?standing=all', 'Every recommendation, its actions and their effect')}
${link('/recommendations?standing=overdue', 'What is overdue')}
${link('/challenges', 'Challenges and their answers')}
${link('/panel-agreement', 'How far panels agree')}
${link('/panel-meetings/attendance', 'Attendance at panel meetings')}
${link('/figures/case-mix', 'Modifiable factors by case mix')}
${link('/releases', 'Releases')}
${link(`/assurance/${year.code}`, `Your statement: ${year.label.toLowerCase()}`)}
${link('/assurance', 'Statements on earlier years')}
</ul>
${areas.length > 1 && html`<p class="govuk-body">What another area has is read there. <a class="govuk-link" href="/areas">Work in another area</a></p>`}
</div></div>`
}

const link = (href: string, text: string) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`

function sideBySide(areas: readonly ScrutinisedArea[], year: ReportingYear): Html {
  const row = (text: string, of: (area: ScrutinisedArea) => string | number) => [
    { text },
    ...areas.map((area) => ({ text: String(of(area)), format: 'numeric' as const })),
  ]
  return table({
    caption: 'Areas side by side',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'Measure' }, ...areas.map(({ name }) => ({ text: name, format: 'numeric' as const }))],
    rows: [
      row('Recommendations issued', ({ overview }) => overview.recommendations.all),
      row('Recommendations open', ({ overview }) => overview.recommendations.open),
      row('Recommendations overdue', ({ overview }) => overview.recommendations.overdue),
      row('An effect is seen', ({ overview }) => overview.effects['effect-seen']),
      row('No effect is seen', ({ overview }) => overview.effects['no-effect']),
      row('Nobody can tell yet', ({ overview }) => overview.effects['cannot-tell']),
      row('Effect not measured again', ({ overview }) => overview.effects['not-measured']),
      row('Actions', ({ overview }) => overview.actions.all),
      row(standingWords['on-time'], ({ overview }) => counted(overview.actions['on-time'])),
      row(standingWords.slipped, ({ overview }) => counted(overview.actions.slipped)),
      row(standingWords['no-progress'], ({ overview }) => counted(overview.actions['no-progress'])),
      row('Challenges that wait for an answer', ({ overview }) => overview.challenges.open),
      row('Challenges whose answer is overdue', ({ overview }) => overview.challenges.overdue),
      row('Challenges answered, not accepted yet', ({ overview }) => overview.challenges.answered),
      row('Challenges whose answer is accepted', ({ overview }) => overview.challenges.accepted),
      row('Releases signed', ({ releases }) => releases.length),
      row('Newest year of a release', ({ releases }) => newestYear(releases)),
      row(`Your statement: ${year.label.toLowerCase()}`, ({ signed }) => signedWords(signed, year.code)),
    ],
  })
}

function newestYear(releases: Releases): string {
  const newest = releases
    .map(({ reportingYear }) => reportingYear)
    .sort()
    .at(-1)
  return newest === undefined ? 'None yet' : reportingYearFrom(newest).label
}

function actionsOf({ areaId, name, overview: { actions } }: ScrutinisedArea): Html {
  const picture = progressPicture(`actions-${areaId}`, `How far the actions are in ${name}`, [
    { text: standingWords['on-time'], count: actions['on-time'].count, fill: '#1d4e5f' },
    { text: standingWords.slipped, count: actions.slipped.count, fill: '#8fb5c0' },
    { text: standingWords['no-progress'], count: actions['no-progress'].count, fill: '#ffffff' },
  ])
  return html`<h3 class="govuk-heading-s">${name}</h3>
${picture === null ? html`<p class="govuk-body">No action was agreed yet.</p>` : html`<div class="govuk-!-margin-bottom-6">${picture}</div>`}`
}
