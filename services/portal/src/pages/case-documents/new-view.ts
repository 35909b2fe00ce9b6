import { DocumentSubject, type OrganisationId } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { fileUpload } from '../../components/file-upload.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { documentSubjectWords } from '../../wording/document-words.ts'
import { FROM_OFFICE, type TypedDocument } from './form.ts'

export type NewDocumentModel = {
  readonly hidden: Html
  readonly typed: TypedDocument
  readonly organisations: readonly { readonly organisationId: OrganisationId; readonly name: string }[]
  readonly errors: readonly ErrorItem[]
}

/** Adds a file: what it is, where it comes from, and the file, last, so that it is read as it comes. */
export function newDocumentView({ hidden, typed, organisations, errors }: NewDocumentModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Add a document</h1>
<p class="govuk-body">What a file says of whoever made it is taken out where that can be done. It can be opened once it
has been scanned for malware, usually within seconds.</p>
<form method="post" enctype="multipart/form-data" novalidate data-module="cdop-upload-progress">${hidden}
${radios({
  name: 'subject',
  idPrefix: 'subject',
  value: typed.subject,
  fieldset: { legend: { text: 'What is the document?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'subject'),
  items: DocumentSubject.options.map((value) => ({ value, text: documentSubjectWords[value] })),
})}
${select({
  name: 'from',
  id: 'from',
  label: { text: 'Where does it come from?', classes: 'govuk-label--s' },
  value: typed.from,
  errorMessage: errorOf(errors, 'from'),
  items: [
    { value: '', text: 'Choose' },
    { value: FROM_OFFICE, text: 'This office, or somebody not in the directory' },
    ...organisations.map(({ organisationId, name }) => ({ value: organisationId, text: name })),
  ],
})}
${fileUpload({
  name: '_file',
  id: 'file',
  label: { text: 'File', classes: 'govuk-label--s' },
  hint: {
    text: 'PDF, Word (docx), Excel (xlsx), JPG, PNG or a mail (eml, msg), at most 50 MB. No macros, no password, nothing fetched from elsewhere.',
  },
  errorMessage: errorOf(errors, 'file'),
})}
<p class="govuk-body" role="status" data-upload-status></p>
${button({ text: 'Add the document', preventDoubleClick: true })}
</form>
</div></div>`
}
