import type { ReportingYear } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { challengeStateWords } from '../../wording/challenge-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { factorAnalysis } from '../recommendations/services.ts'
import { LONGEST_REASON, LONGEST_STATEMENT, type TypedStatement } from './form.ts'

type ReadAssurance = Awaited<ReturnType<ReturnType<typeof factorAnalysis>['assurance']['read']['query']>>
type Named = ReadAssurance['unsettled']

export type YearModel = ReadAssurance & {
  readonly hidden: Html
  readonly year: ReportingYear
  readonly nameOf: (personId: string) => string
  readonly maySign: boolean
  readonly typed: TypedStatement
  readonly errors: readonly ErrorItem[]
}

/** What is stated about a year: the version in force, those before it, and the form for the next. */
export function yearView(model: YearModel): Html {
  const { year, statements, maySign } = model
  const [inForce, ...earlier] = statements
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${year.label}</h1>
${
  inForce === undefined
    ? insetText({ text: 'The independent scrutineer has not signed a statement on this year yet.' })
    : html`<h2 class="govuk-heading-m">The statement</h2>
${version(inForce, model)}`
}
${maySign && form(model)}
${
  earlier.length > 0 &&
  html`<h2 class="govuk-heading-m">Earlier versions</h2>
${earlier.map((one) => html`<h3 class="govuk-heading-s">Version ${one.version}</h3>${version(one, model)}`)}`
}
</div></div>`
}

function version(
  { words, reason, signedBy, signedOn, openChallenges }: ReadAssurance['statements'][number],
  { nameOf }: YearModel,
): Html {
  return html`<p class="govuk-body">${typedText(words)}</p>
${reason !== null && html`<p class="govuk-body">Why it was corrected: ${typedText(reason)}</p>`}
<p class="govuk-body">${openChallenges.length === 0 ? 'Every challenge was settled when it was signed.' : 'Challenges that were not settled when it was signed:'}</p>
${challenges(openChallenges)}
<p class="govuk-body">Signed by ${nameOf(signedBy)}, independent scrutineer, on ${writtenDate(signedOn)}.</p>`
}

const challenges = (named: Named) =>
  named.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${named.map(
    ({ challengeId, reference, state }) =>
      html`<li><a class="govuk-link" href="/challenges/${challengeId}">${reference}</a>, now: ${challengeStateWords[state].toLowerCase()}</li>`,
  )}</ul>`

function form({ hidden, statements, unsettled, typed, errors }: YearModel): Html {
  const newest = statements[0]?.version ?? 0
  return html`<h2 class="govuk-heading-m">${newest === 0 ? 'Sign a statement' : 'Correct the statement'}</h2>
<p class="govuk-body">What you sign is not changed afterwards. A correction is a new version with a reason, and the earlier one stays.</p>
<p class="govuk-body">${unsettled.length === 0 ? 'Every challenge is settled.' : 'It names the challenges that are not settled:'}</p>
${challenges(unsettled)}
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${String(newest)}">
${unsettled.map(({ challengeId }) => html`<input type="hidden" name="challenge" value="${challengeId}">`)}
${characterCount({
  id: 'words',
  name: 'words',
  maxlength: LONGEST_STATEMENT,
  rows: 12,
  value: typed.words,
  label: { text: 'What do you state about this year?', classes: 'govuk-label--s' },
  hint: {
    text: 'How far what was learnt was followed, and what came of it. Do not name or describe a child or family',
  },
  errorMessage: errorOf(errors, 'words'),
})}
${
  newest > 0 &&
  characterCount({
    id: 'reason',
    name: 'reason',
    maxlength: LONGEST_REASON,
    rows: 3,
    value: typed.reason,
    label: { text: 'Why is it corrected?', classes: 'govuk-label--s' },
    errorMessage: errorOf(errors, 'reason'),
  })
}
${button({ text: newest === 0 ? 'Sign the statement' : 'Sign the corrected statement', preventDoubleClick: true })}
</form>`
}
