import { type DocumentId, type DocumentState, DocumentSubject } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { fileUpload } from '../../components/file-upload.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { documentSubjectWords, writtenSize } from '../../wording/document-words.ts'

export const returnDocumentsTitle = 'Documents you send with your answers'

type ReturnDocumentsModel = {
  readonly hidden: Html
  readonly files: readonly {
    readonly documentId: DocumentId
    readonly subject: DocumentSubject
    readonly fileName: string
    readonly bytes: number
    readonly state: DocumentState
    readonly sent: boolean
  }[]
  readonly waiting: readonly {
    readonly documentId: DocumentId
    readonly subject: DocumentSubject
    readonly fileName: string
  }[]
  readonly subject: string
  readonly errors: readonly ErrorItem[]
}

const stateWords: Readonly<Record<DocumentState, string>> = {
  received: 'Added. It is being scanned for malware',
  clean: 'Added',
  refused: 'Malware was found in it. It was destroyed. Tell your IT service',
  'taken-out': 'Taken back',
}

/** What was added so far, each to be taken back until the answer is sent, and a form for one more. */
export function returnDocumentsView({ hidden, files, waiting, subject, errors }: ReturnDocumentsModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${returnDocumentsTitle}</h1>
<p class="govuk-body">Add reports, records or letters that support your answers. They are sent together with your answers, and
only then can the panel's office see them. Until then you can take each of them back.</p>
${files.length > 0 && html`<h2 class="govuk-heading-m">What you added</h2>`}
${files.map(
  (
    file,
  ) => html`<p class="govuk-body">${documentSubjectWords[file.subject]}, ${writtenSize(file.bytes)}<br>${file.fileName}<br><span
class="govuk-hint">${file.sent ? 'Sent with your earlier answers. It stays as it is' : stateWords[file.state]}</span></p>
${!file.sent && act(hidden, file, 'take-back', `Take back ${file.fileName}`)}`,
)}
${
  waiting.length > 0 &&
  html`<h2 class="govuk-heading-m">Waiting to be checked</h2>
<p class="govuk-body">These came whole while many files were being checked. They are kept for a day. You do not have to send
them again. Until they are checked they are not sent with your answers.</p>`
}
${waiting.map((file) => act(hidden, file, 'check', `Check ${file.fileName} now`))}
<h2 class="govuk-heading-m">Add a document</h2>
<form method="post" enctype="multipart/form-data" novalidate data-module="cdop-upload-progress">${hidden}
${radios({
  name: 'subject',
  idPrefix: 'subject',
  value: subject,
  fieldset: { legend: { text: 'What is the document?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'subject'),
  items: DocumentSubject.options.map((value) => ({ value, text: documentSubjectWords[value] })),
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
<p class="govuk-body"><a class="govuk-link" href="/return">Go back to the form</a></p>
</div></div>`
}

/** One button that does something with one file. The page takes all its forms in the same manner. */
function act(hidden: Html, { documentId }: { documentId: DocumentId }, action: string, words: string): Html {
  return html`<form method="post" enctype="multipart/form-data" novalidate>${hidden}
<input type="hidden" name="documentId" value="${documentId}">
${button({
  text: words,
  name: '_action',
  value: action,
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
})}
</form>`
}
