import { type ActionAct, isOverdue, type PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import { summaryList } from '../../components/summary-list.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { actionStateWords } from '../../wording/recommendation-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { challengeLink } from '../challenge-new/view.ts'
import { actForm, confirmForm, type TypedAct } from '../recommendation/act-form.ts'
import { history } from '../recommendation/history-view.ts'
import type { Directory, ReadRecommendation } from '../recommendations/services.ts'
import type { TypedAction } from './form.ts'

export const newActionTitle = 'Agree an action'

export type NewActionModel = {
  readonly hidden: Html
  readonly recommendation: ReadRecommendation['recommendation']
  readonly directory: Directory
  readonly typed: TypedAction
  readonly errors: readonly ErrorItem[]
}

/** Who takes what upon themselves, and by when. */
export function newActionView({ hidden, recommendation, directory, typed, errors }: NewActionModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${newActionTitle}</h1>
<p class="govuk-body">To follow recommendation ${recommendation.reference}: ${typedText(recommendation.words.text)}</p>
<form method="post" novalidate>${hidden}
${characterCount({
  id: 'text',
  name: 'text',
  maxlength: 2_000,
  rows: 4,
  value: typed.text,
  label: { text: 'What is to be done?', classes: 'govuk-label--s' },
  hint: { text: 'Do not name or describe a child or family' },
  errorMessage: errorOf(errors, 'text'),
})}
${select({
  id: 'organisation',
  name: 'organisation',
  value: typed.organisation,
  label: { text: 'Which organisation does it?', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'organisation'),
  items: [{ value: '', text: 'Select an organisation' }, ...directory.choices],
})}
${input({
  id: 'owner',
  name: 'owner',
  value: typed.owner,
  autocomplete: 'off',
  label: { text: 'Which role or team? (optional)', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'owner'),
})}
${dateField({ name: 'dueOn', legend: 'By when?', value: typed.dueOn, errors })}
${button({ text: 'Agree the action', preventDoubleClick: true })}
</form></div></div>`
}

export type ActionModel = {
  readonly hidden: Html
  readonly recommendation: ReadRecommendation['recommendation']
  readonly action: ReadRecommendation['actions'][number]
  readonly entries: ReadRecommendation['entries']
  readonly directory: Directory
  readonly nameOf: (personId: string) => string
  readonly today: PlainDate
  readonly mayChallenge: boolean
  readonly possible: readonly ActionAct[]
  readonly mayConfirm: boolean
  readonly typed: TypedAct
  readonly errors: readonly ErrorItem[]
}

/** One action: how far it is, what can be recorded of it, and everything that was. */
export function actionView(model: ActionModel): Html {
  const { hidden, recommendation, action, entries, directory, nameOf, today, mayConfirm, mayChallenge } =
    model
  const { number, version, words, owner, dueOn, state, progressOn, escalatedOn, relevantOn, closedOn } =
    action
  const dated = (on: PlainDate | null, otherwise: string) => (on === null ? otherwise : writtenDate(on))
  const rows: [string, string | Html][] = [
    ['What is to be done', typedText(words.text)],
    ['Owner', words.owner === null ? directory.nameOf(owner) : `${directory.nameOf(owner)}, ${words.owner}`],
    ['Due', writtenDate(dueOn)],
    [
      'Status',
      html`${actionStateWords[state]}${isOverdue(action, today) && html`, <strong>overdue</strong>`}`,
    ],
    ['Last progress', dated(progressOn, 'None yet')],
  ]
  if (escalatedOn !== null) rows.push(['Taken further', writtenDate(escalatedOn)])
  if (relevantOn !== null) rows.push(['Found to be still relevant', writtenDate(relevantOn)])
  if (closedOn !== null) rows.push(['Completed', writtenDate(closedOn)])
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Action ${number} of ${recommendation.reference}</h1>
${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })) })}
${mayChallenge && challengeLink(`recommendation=${recommendation.recommendationId}&action=${action.actionId}`)}
${mayConfirm && confirmForm({ hidden, version })}
${actForm({ ...model, version })}
${history(entries, nameOf)}
</div></div>`
}
