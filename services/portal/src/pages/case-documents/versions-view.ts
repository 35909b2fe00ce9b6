import { RedactionDecision } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { fileUpload } from '../../components/file-upload.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { documentSubjectWords, redactionWords } from '../../wording/document-words.ts'
import type { ShownDocument } from './view.ts'

export type VersionsModel = {
  readonly hidden: Html
  readonly document: ShownDocument & { readonly redaction: { readonly entry: number } | null }
  readonly typed: { readonly decision: string; readonly as: string }
  readonly errors: readonly ErrorItem[]
}

export const versionsTitle = 'Versions and redaction'

/** Says whether anything in a version is to be blacked out, and adds a newer version or a redacted copy. */
export function versionsView({ hidden, document, typed, errors }: VersionsModel): Html {
  const { number, subject, version, redactedOf, redaction, state } = document
  const ofCopy = redactedOf !== null
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${versionsTitle}</h1>
<p class="govuk-body">${number}. ${documentSubjectWords[subject]}, version ${version}</p>
${
  !ofCopy &&
  state === 'clean' &&
  html`<form method="post" enctype="multipart/form-data" novalidate>${hidden}
<input type="hidden" name="said" value="${redaction?.entry ?? 0}">
${radios({
  name: 'decision',
  idPrefix: 'decision',
  value: typed.decision || (redaction?.decision ?? ''),
  fieldset: {
    legend: { text: 'Is anything in this version to be redacted?', classes: 'govuk-fieldset__legend--s' },
  },
  hint: {
    text: 'Only what has nothing to redact, and redacted copies, may be given to a family or a panel.',
  },
  errorMessage: errorOf(errors, 'decision'),
  items: RedactionDecision.options.map((value) => ({ value, text: redactionWords[value] })),
})}
${button({ text: 'Save', name: '_action', value: 'decide', preventDoubleClick: true })}
</form>`
}
<form method="post" enctype="multipart/form-data" novalidate data-module="cdop-upload-progress">${hidden}
${radios({
  name: 'as',
  idPrefix: 'as',
  value: typed.as,
  fieldset: { legend: { text: 'What is the file to add?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'as'),
  items: [
    {
      value: 'version',
      text: 'A newer version',
      hint: {
        text: 'It stands in the list in place of this one, which stays under it. Nobody has looked at it yet for redaction, and no caveat of this one holds for it.',
      },
    },
    ...(ofCopy ? [] : [{ value: 'redacted-copy', text: 'A redacted copy of this version' }]),
  ],
})}
${fileUpload({
  name: '_file',
  id: 'file',
  label: { text: 'File', classes: 'govuk-label--s' },
  hint: { text: 'Held to the same as any document, at most 50 MB.' },
  errorMessage: errorOf(errors, 'file'),
})}
<p class="govuk-body" role="status" data-upload-status></p>
${button({ text: 'Add the file', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
</div></div>`
}
