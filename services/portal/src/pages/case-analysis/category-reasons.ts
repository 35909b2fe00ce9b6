import {
  type CategoryCounterfactual,
  CategoryOfDeath,
  type CategoryRuleCode,
  categoryDefinitions,
  categoryFactWords,
  categoryRules,
  type PlainDate,
  proposeCategory,
  type RuleWording,
  whatWouldChange,
} from '@cdop/domain'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { categoryWords } from './primary-category.ts'

const wordingWords: Record<RuleWording, string> = {
  cited: '',
  unverified: ' (wording not checked against the published form)',
  own: '',
}

const said = (code: CategoryRuleCode) =>
  `${categoryRules[code].words}${wordingWords[categoryRules[code].wording]}`

const list = (items: readonly (string | Html)[]) =>
  html`<ul class="govuk-list govuk-list--bullet govuk-body-s">${items.map((item) => html`<li>${item}</li>`)}</ul>`

const heading = (text: string) =>
  html`<p class="govuk-body-s govuk-!-margin-bottom-1"><strong>${text}</strong></p>`

/** What turns on a definition: a fact that leaves a category out, or leaves it to the panel, is worth asking about. */
function turnsOnDefinition({ change, rules }: CategoryCounterfactual): boolean {
  if (change.kind !== 'fact-holds') return true
  return rules.some((code) => ['excludes', 'leaves-to-the-panel'].includes(categoryRules[code].kind))
}

function wouldBe({ change, primary, rules }: CategoryCounterfactual): string {
  const then = primary === null ? 'There would be none' : `It would be ${categoryWords(primary)}`
  switch (change.kind) {
    case 'category-does-not-apply':
      return `${then}, if category ${change.category} could not reasonably be applied.`
    case 'fact-does-not-hold':
      return `${then}, unless ${categoryFactWords[change.fact]}.`
    case 'fact-holds':
      return `${then}, if ${categoryFactWords[change.fact]}. ${rules
        .filter((code) => categoryRules[code].kind !== 'order')
        .map((code) => `${said(code)}.`)
        .join(' ')}`
  }
}

/**
 * Why one of the categories the panel selected is the primary one, and what would make it another, closed until somebody
 * opens it; null while none is selected. It refuses nothing: the panel decides what could reasonably be applied.
 */
export function categoryReasons(applicable: readonly CategoryOfDeath[]): Html | null {
  const question = { applicable: [...applicable], ruledOut: [], facts: [] }
  const { primary, primaryBy, secondary, excluded } = proposeCategory(question)
  if (primary === null) return null
  const changes = whatWouldChange(question).filter(turnsOnDefinition)
  const alone =
    excluded.length > 0 ? 'No other one that was selected remains.' : 'It is the only category selected.'
  const because =
    primaryBy === null ? alone : `${said(primaryBy)}. Recorded beside it: ${secondary.join(', ')}.`
  return details({
    summaryText: `Why category ${primary} is the primary category, and what would change it`,
    html: html`<p class="govuk-body-s">${because}</p>
${
  excluded.length > 0 &&
  html`${heading('Selected, but left out by its definition')}${list(
    excluded.map(({ category, rules }) => `${categoryWords(category)}: ${rules.map(said).join('; ')}.`),
  )}`
}
${heading('What would change it')}
${list(changes.map(wouldBe))}
<p class="govuk-body-s">The panel decides which categories could reasonably be applied: what it selected is kept as it is.
What agencies answered was not looked at for this.</p>`,
  })
}

/** What each category includes and excludes, closed until somebody opens it; null for a day that has no definitions. */
export function categoryGuide(on: PlainDate): Html | null {
  const definitions = categoryDefinitions(on)
  if (definitions === null) return null
  return details({
    summaryText: 'What each category includes and excludes',
    html: html`${
      definitions.wording === 'unverified' &&
      html`<p class="govuk-body-s">These words were not checked against the published form.</p>`
    }
${CategoryOfDeath.options.map(({ value: category }) => {
  const { includes, excludes } = definitions.categories[category]
  return html`${heading(categoryWords(category))}
${list([...includes.map((one) => `Includes ${one}`), ...excludes.map((one) => `Excludes ${one}`)])}`
})}`,
  })
}
