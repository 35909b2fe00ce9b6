import { ExportReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { type CaseFilter, filterQuery } from '../cases/case-views.ts'
import { exportReasonWords } from './form.ts'

export type NamesModel = {
  readonly hidden: Html
  readonly filter: CaseFilter
  /** What the file holds, in words. */
  readonly says: string
  readonly typed: { readonly reason: string; readonly why: string }
  readonly errors: readonly ErrorItem[]
}

/** Asks why, before a worklist leaves with the names of the children. */
export function namesView({ hidden, filter, says, typed, errors }: NamesModel): Html {
  const [reasonFault, whyFault] = [errorOf(errors, 'reason'), errorOf(errors, 'why')]
  return html`<h1 class="govuk-heading-l">Download this list with names</h1>
<p class="govuk-body">What it holds: ${says}. All its cases, not one page, with the name of each child.</p>
<p class="govuk-body">Each child in the file is recorded as seen by you, with the reason you give here. From then on the
file is in your hands: keep it where only those may see it who need it, and destroy it when that is over.</p>
<p class="govuk-body"><a class="govuk-link" download href="/worklist.csv?${filterQuery(filter)}">Download it without names</a> when that is enough.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="view" value="${filter.view}"><input type="hidden" name="sort" value="${filter.sort}">
<input type="hidden" name="owner" value="${filter.owner ?? ''}">
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: { legend: { text: 'Why do you need the names?', classes: 'govuk-fieldset__legend--m' } },
  items: ExportReason.options.map((value) => ({ value, text: exportReasonWords[value] })),
  ...(reasonFault && { errorMessage: reasonFault }),
})}
${textarea({
  id: 'why',
  name: 'why',
  value: typed.why,
  rows: '3',
  label: { text: 'What is the file for, and who will have it?' },
  hint: { text: 'Do not use the name of a child.' },
  ...(whyFault && { errorMessage: whyFault }),
})}
${button({ text: 'Download with names' })}
</form>`
}
