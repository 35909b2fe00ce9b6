import type { PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { factorNames, sourceWords, themeWords } from '../../wording/recommendation-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { ReadLearning } from '../learning/services.ts'
import { type RecipientForms, recipientForms, recipientsTable } from '../recommendation-recipients/view.ts'

export type LearningPointModel = ReadLearning &
  RecipientForms & {
    readonly nameOf: (personId: string) => string
    readonly today: PlainDate
    readonly maySend: boolean
  }

/** What was learnt, and who got it. */
export function learningPointView(model: LearningPointModel): Html {
  const { learning, cases, nameOf, today, maySend } = model
  const { facts, words } = learning
  const names = new Map(factorNames(today))
  const rows: [string, string | Html][] = [
    ['What was learnt', typedText(words.text)],
    ['About', facts.themes.map((theme) => themeWords[theme]).join(', ')],
    ['Factors', facts.factors.map((code) => names.get(code) ?? code).join(', ') || 'None named'],
    [
      'Comes from',
      words.origin === null ? sourceWords[facts.source] : `${sourceWords[facts.source]}: ${words.origin}`,
    ],
    ['Issued', `${writtenDate(learning.issuedOn)}, by ${nameOf(learning.issuedBy)}`],
  ]
  if (cases.length > 0) {
    const links = cases.map(
      ({ caseId, reference }) =>
        html`<li><a class="govuk-link" href="/cases/${caseId}">${reference}</a></li>`,
    )
    rows.push(['Cases it came from', html`<ul class="govuk-list govuk-!-margin-bottom-0">${links}</ul>`])
  }
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Learning point ${learning.reference}</h1>
${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })) })}
<h2 class="govuk-heading-m">Who got it</h2>
${recipientsTable(model) ?? html`<p class="govuk-body">Nobody is recorded yet.</p>`}
${maySend && recipientForms(model)}
</div></div>`
}
