import { isOverdue, isSettledAction, type PlainDate, RecommendationTheme } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { filter } from '../../components/filter.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import {
  actionStateWords,
  effectWords,
  factorNames,
  recommendationStateWords,
  themeWords,
} from '../../wording/recommendation-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { shareWords } from '../recommendation-effect/view.ts'
import { listPath, type RecommendationChoice, standingChoices } from './choice.ts'
import { digestsTable } from './digests-view.ts'
import { type Overviews, overviewTable } from './overview-view.ts'
import type { Directory, factorAnalysis } from './services.ts'

export const recommendationsTitle = 'Recommendations'

type ListedRecommendations = Awaited<
  ReturnType<ReturnType<typeof factorAnalysis>['recommendation']['list']['query']>
>
type Row = ListedRecommendations['rows'][number]

export type RecommendationsModel = Overviews & {
  readonly rows: readonly Row[]
  readonly all: number
  readonly digests: ListedRecommendations['digests']
  readonly choice: RecommendationChoice
  readonly directory: Directory
  readonly today: PlainDate
  readonly mayWrite: boolean
}

/** What was recommended, to whom, and how far it is: what is overdue first. */
export function recommendationsView(model: RecommendationsModel): Html {
  const { rows, all, choice, mayWrite } = model
  return html`<h1 class="govuk-heading-l">${recommendationsTitle}</h1>
<p class="govuk-body">What was recommended to somebody who can act, and what came of it. What is overdue comes first.</p>
${mayWrite && button({ text: 'Propose a recommendation', href: '/recommendations/new' })}
${narrowing(model)}
${
  rows.length === 0
    ? html`<p class="govuk-body">${all === 0 ? 'Nothing has been recommended yet.' : 'No recommendation is in this list.'}</p>`
    : scrollRegion(recommendationsTitle, listed(model))
}
${choice.standing === 'open' && all > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${listPath({ ...choice, standing: 'all' })}">Show those that are settled as well</a></p>`}
${digestsTable(model)}
${overviewTable(model)}`
}

function narrowing({ choice, directory, today }: RecommendationsModel): Html {
  const factors = factorNames(today)
  const factor = factors.find(([code]) => code === choice.factor)?.[1] ?? null
  const organisation = directory.choices.find(({ value }) => value === choice.organisationId)?.text ?? null
  const anything = { value: '', text: 'Any' }
  const field = (
    name: string,
    label: string,
    value: string | null,
    items: { value: string; text: string }[],
  ) =>
    select({
      id: name,
      name,
      label: { text: label, classes: 'govuk-label--s' },
      value: value ?? '',
      items: [anything, ...items],
    })
  const selected = (heading: string, text: string | null, without: Partial<RecommendationChoice>) => ({
    heading,
    items: text === null ? [] : [{ text, href: listPath({ ...choice, ...without }) }],
  })
  const isChosen =
    listPath({ ...choice, standing: 'open' }) !== '/recommendations' || choice.standing !== 'open'
  return details({
    summaryText: 'Filter this list',
    open: isChosen,
    html: filter({
      action: '/recommendations',
      fields: html`${field(
        'theme',
        'Theme',
        choice.theme,
        RecommendationTheme.options.map((value) => ({ value, text: themeWords[value] })),
      )}
${field(
  'factor',
  'Factor',
  choice.factor,
  factors.map(([value, text]) => ({ value, text })),
)}
${directory.choices.length > 0 && field('organisation', 'Organisation', choice.organisationId, [...directory.choices])}
${select({ id: 'standing', name: 'standing', label: { text: 'Standing', classes: 'govuk-label--s' }, value: choice.standing, items: Object.entries(standingChoices).map(([value, text]) => ({ value, text })) })}`,
      selected: [
        selected('Theme', choice.theme && themeWords[choice.theme], { theme: null }),
        selected('Factor', factor, { factor: null }),
        selected('Organisation', organisation, { organisationId: null }),
        selected('Standing', choice.standing === 'open' ? null : standingChoices[choice.standing], {
          standing: 'open',
        }),
      ],
    }),
  })
}

function listed({ rows, directory, today }: RecommendationsModel): Html {
  return table({
    caption: writtenCount(rows.length, 'recommendation'),
    captionClasses: 'govuk-table__caption--m',
    head: ['Recommendation', 'To', 'Due', 'Status', 'Actions', 'Effect'].map((text) => ({ text })),
    rows: rows.map(({ recommendation, actions, overdue, effect, baseline, latest }) => {
      const { recommendationId, reference, facts, words, state } = recommendation
      return [
        {
          html: html`<a class="govuk-link" href="/recommendations/${recommendationId}">${reference}</a><br>${typedText(words.text)}`,
        },
        { text: facts.addressee === null ? 'Not said yet' : directory.nameOf(facts.addressee) },
        { text: facts.dueOn === null ? 'Not said yet' : writtenDate(facts.dueOn) },
        {
          html: html`${recommendationStateWords[state]}${overdue && html`<br><strong>Overdue</strong>`}${takenFurther(recommendation.escalatedOn)}`,
        },
        { html: actionsOf(recommendationId, actions, today) },
        { html: effectOf(recommendationId, { effect, baseline, latest }) },
      ]
    }),
  })
}

/** What was measured last, and what it shows. */
function effectOf(
  recommendationId: string,
  { effect, baseline, latest }: Pick<Row, 'effect' | 'baseline' | 'latest'>,
): Html {
  const measured = latest ?? baseline
  return html`<a class="govuk-link" href="/recommendations/${recommendationId}/effect">${effect === null ? 'Not known yet' : effectWords(effect)}</a>${
    measured !== null && html`<br>${latest === null ? 'Baseline' : 'Latest'} ${figureWordsOf(measured)}`
  }`
}

/** "75 of 100 (75%), 15 February 2026", or of the release of a year; of what is hidden no number. */
function figureWordsOf({ count, of, measuredOn, reportingYear }: NonNullable<Row['latest']>): string {
  const shown = count === null ? 'hidden' : of === null ? String(count) : shareWords({ count, of })
  const when = measuredOn !== null ? writtenDate(measuredOn) : `release of ${reportingYear ?? 'no year'}`
  return `${shown}, ${when}`
}

function actionsOf(recommendationId: string, actions: Row['actions'], today: PlainDate): Html {
  if (actions.length === 0) return html`None yet`
  const done = actions.filter(({ state }) => isSettledAction(state)).length
  return html`${done} of ${actions.length} settled
<ul class="govuk-list govuk-!-margin-bottom-0">${actions.map(
    (action) =>
      html`<li><a class="govuk-link" href="/recommendations/${recommendationId}/actions/${action.actionId}">Action
${action.number}</a>: ${actionStateWords[action.state].toLowerCase()}, ${
        isOverdue(action, today)
          ? html`<strong>was due ${writtenDate(action.dueOn)}</strong>`
          : html`due ${writtenDate(action.dueOn)}`
      }${takenFurther(action.escalatedOn)}</li>`,
  )}</ul>`
}

const takenFurther = (on: PlainDate | null): Html | null =>
  on === null ? null : html`<br>Taken further ${writtenDate(on)}`
