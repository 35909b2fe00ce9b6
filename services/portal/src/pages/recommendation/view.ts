import { isOverdue, type PlainDate, type RecommendationAct, vagueWords } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { scrollRegion, table } from '../../components/table.ts'
import {
  actionStateWords,
  effectWords,
  factorNames,
  gapWords,
  levelWords,
  recommendationStateWords,
  sourceWords,
  themeWords,
} from '../../wording/recommendation-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { challengeLink } from '../challenge-new/view.ts'
import type { Directory, ReadRecommendation } from '../recommendations/services.ts'
import { actForm, confirmForm, type TypedAct } from './act-form.ts'
import { history } from './history-view.ts'
import { type SimilarRows, similarList } from './similar-view.ts'

export type RecommendationModel = ReadRecommendation & {
  readonly hidden: Html
  readonly directory: Directory
  readonly nameOf: (personId: string) => string
  readonly today: PlainDate
  readonly mayWrite: boolean
  /** What can be recorded by this person now. */
  readonly possible: readonly RecommendationAct[]
  readonly mayConfirm: boolean
  readonly mayAddAction: boolean
  readonly mayChallenge: boolean
  /** Those of the past that are like it, while it is proposed. */
  readonly similar: SimilarRows
  readonly typed: TypedAct
  readonly errors: readonly ErrorItem[]
}

/** One recommendation with its actions, what can be recorded of it, and everything that was. */
export function recommendationView(model: RecommendationModel): Html {
  const { recommendation, entries, actions, nameOf, mayConfirm, hidden } = model
  const { reference, version } = recommendation
  const numberOf = new Map(actions.map(({ actionId, number }) => [actionId, number]))
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Recommendation ${reference}</h1>
${model.mayWrite && recommendation.state === 'proposed' && beforeIssuing(model)}
${facts(model)}
${similarList(model.similar)}
${whatCame(model)}
${actionsTable(model)}
${mayConfirm && confirmForm({ hidden, version })}
${actForm({ ...model, version })}
${history(entries, nameOf, ({ actionId }) => (actionId === null ? null : `Action ${numberOf.get(actionId) ?? ''}`))}
</div></div>`
}

/** Who got it, and whether it made a difference, with the ways there. */
function whatCame({ recommendation, recipients, effect, mayChallenge }: RecommendationModel): Html {
  const path = `/recommendations/${recommendation.recommendationId}`
  const read = recipients.filter(({ acknowledgedOn }) => acknowledgedOn !== null).length
  return html`<h2 class="govuk-heading-m">What came of it</h2>
<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="${path}/recipients">Who got it</a>: ${recipients.length} ${recipients.length === 1 ? 'organisation' : 'organisations'}, of which ${read} said that they read it</li>
<li><a class="govuk-link" href="${path}/effect">Did it make a difference?</a> ${effectWords(effect)}</li>
</ul>
${mayChallenge && challengeLink(`recommendation=${recommendation.recommendationId}`)}`
}

/** What it lacks before it can be issued, and what of it leaves open what is to be done. */
function beforeIssuing({ recommendation, gaps }: RecommendationModel): Html {
  const vague = vagueWords(recommendation.words.text)
  return html`${
    gaps.length > 0 &&
    insetText({ text: `Before it can be issued it needs: ${gaps.map((gap) => gapWords[gap]).join(', ')}.` })
  }
${
  vague.length > 0 &&
  insetText({
    text: `Nobody can see whether this was done: “${vague.join('”, “')}”. Say what is to be done instead, if you can.`,
  })
}
${button({ text: 'Change what is proposed', href: `/recommendations/${recommendation.recommendationId}/change`, classes: 'govuk-button--secondary' })}`
}

function facts({ recommendation, directory, cases, nameOf, today }: RecommendationModel): Html {
  const { state, words, informedOn, relevantOn, escalatedOn, closedOn, proposedOn, proposedBy } =
    recommendation
  const { addressee, level, source, themes, factors, dueOn } = recommendation.facts
  const names = new Map(factorNames(today))
  const notYet = 'Not said yet'
  const rows: [string, string | Html][] = [
    ['What is to be done', typedText(words.text)],
    ['Status', recommendationStateWords[state]],
    ['To', addressee === null ? notYet : directory.nameOf(addressee)],
    ['Who answers for it', words.owner ?? notYet],
    ['What will be measured', words.indicator ?? notYet],
    ['Due', dueOn === null ? notYet : writtenDate(dueOn)],
    ['Level', levelWords[level]],
    ['Themes', themes.map((theme) => themeWords[theme]).join(', ')],
    ['Factors it answers', factors.map((code) => names.get(code) ?? code).join(', ') || 'None named'],
    ['Comes from', words.origin === null ? sourceWords[source] : `${sourceWords[source]}: ${words.origin}`],
    ['Proposed', `${writtenDate(proposedOn)}, by ${nameOf(proposedBy)}`],
  ]
  if (informedOn !== null) rows.push(['The organisation was told', writtenDate(informedOn)])
  if (relevantOn !== null) rows.push(['Found to be still relevant', writtenDate(relevantOn)])
  if (escalatedOn !== null) rows.push(['Taken further', writtenDate(escalatedOn)])
  if (closedOn !== null) rows.push(['Completed', writtenDate(closedOn)])
  if (cases.length > 0) {
    const links = cases.map(
      ({ caseId, reference }) =>
        html`<li><a class="govuk-link" href="/cases/${caseId}">${reference}</a></li>`,
    )
    rows.push(['Cases it came from', html`<ul class="govuk-list govuk-!-margin-bottom-0">${links}</ul>`])
  }
  return summaryList({
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })),
  })
}

function actionsTable({
  recommendation,
  actions,
  directory,
  today,
  mayAddAction,
}: RecommendationModel): Html {
  const { recommendationId } = recommendation
  return html`<h2 class="govuk-heading-m">Actions</h2>
${
  actions.length === 0
    ? html`<p class="govuk-body">No action is agreed yet.</p>`
    : scrollRegion(
        'Actions',
        table({
          caption: 'Who does what, and by when',
          captionClasses: 'govuk-visually-hidden',
          head: ['Action', 'Owner', 'Due', 'Status'].map((text) => ({ text })),
          rows: actions.map((action) => {
            const { actionId, number, words, owner, dueOn, state } = action
            return [
              {
                html: html`<a class="govuk-link" href="/recommendations/${recommendationId}/actions/${actionId}">Action ${number}</a><br>${typedText(words.text)}`,
              },
              {
                text:
                  words.owner === null
                    ? directory.nameOf(owner)
                    : `${directory.nameOf(owner)}, ${words.owner}`,
              },
              { text: writtenDate(dueOn) },
              {
                html: html`${actionStateWords[state]}${isOverdue(action, today) && html`<br><strong>Overdue</strong>`}`,
              },
            ]
          }),
        }),
      )
}
${mayAddAction && button({ text: 'Agree an action', href: `/recommendations/${recommendationId}/actions/new`, classes: 'govuk-button--secondary' })}`
}
