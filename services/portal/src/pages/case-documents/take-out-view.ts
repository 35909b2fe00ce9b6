import type { DocumentSubject } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { documentSubjectWords } from '../../wording/document-words.ts'

export const takeOutTitle = 'Take a document out of this case'

type TakeOutModel = {
  readonly hidden: Html
  readonly document: {
    readonly number: number
    readonly subject: DocumentSubject
    readonly fileName: string
  }
  readonly typed: string
  readonly errors: readonly ErrorItem[]
}

/** Says what is destroyed and what stays, and asks why. */
export function takeOutView({ hidden, document, typed, errors }: TakeOutModel): Html {
  const { number, subject, fileName } = document
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${takeOutTitle}</h1>
<p class="govuk-body">${number}. ${documentSubjectWords[subject]}<br><span class="govuk-hint">${fileName}</span></p>
<p class="govuk-body">The file and its name are destroyed and cannot be brought back. What stays is that there was one, who
took it out, when and why. If it belongs to another case, download it first and add it there. If the wrong people may have
seen it, tell your data protection officer.</p>
<form method="post" novalidate>${hidden}
${textarea({
  name: 'reason',
  id: 'reason',
  label: { text: 'Why does it not belong to this case?', classes: 'govuk-label--s' },
  hint: { text: 'Do not name anybody' },
  value: typed,
  errorMessage: errorOf(errors, 'reason'),
})}
${button({ text: 'Take it out and destroy it', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>
</div></div>`
}
