import type { CaseId, CaseState, NextStep, PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { pageLinks } from '../../paging/page-links.ts'
import { caseStateWords } from '../../wording/case-words.ts'
import { nextStepWords } from '../../wording/family-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'

export type FamiliesModel = {
  readonly families: readonly {
    readonly caseId: CaseId
    readonly reference: string
    readonly state: CaseState
    readonly diedOn: PlainDate
    readonly openQuestions: number
    readonly next: NextStep | null
  }[]
  readonly page: number
  /** On all pages together. */
  readonly total: number
  /** The child of each family by name; none while names are hidden. */
  readonly children: ReadonlyMap<CaseId, string>
  readonly hidden: boolean
  /** Hides the names, or shows them again. */
  readonly action: Html
}

/** The families somebody is key worker of. */
export function familiesView({ families, page, total, children, hidden, action }: FamiliesModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Your families</h1>
${
  total === 0
    ? html`<p class="govuk-body">You are not the key worker of a family today. The coordinator of the area assigns families.</p>`
    : html`${!hidden && html`<p class="govuk-body">It is recorded that you looked at these names.</p>`}
<div class="govuk-!-margin-bottom-6">${action}</div>
<ul class="govuk-list">${families.map(
        ({
          caseId,
          reference,
          state,
          diedOn,
          openQuestions,
          next,
        }) => html`<li class="govuk-!-margin-bottom-6">
<h2 class="govuk-heading-m govuk-!-margin-bottom-1"><a class="govuk-link" href="/cases/${caseId}/family">${children.get(caseId) ?? reference}</a></h2>
<p class="govuk-body govuk-!-margin-bottom-1">Case ${reference}. Died ${writtenDate(diedOn)}. ${caseStateWords[state]}.</p>
${next && html`<p class="govuk-body govuk-!-margin-bottom-1">${nextStepWords(next)}</p>`}
<p class="govuk-body">${
          openQuestions === 0
            ? 'Nothing the family asked is open.'
            : html`<strong>${writtenCount(openQuestions, 'question')} without an answer.</strong>`
        }</p></li>`,
      )}</ul>`
}
${pageLinks({ page, total, list: 'your families' }, (to) => `/families?page=${to}`)}
</div></div>`
}
