import type {
  DocumentId,
  DocumentKind,
  DocumentState,
  DocumentSubject,
  FiledMail,
  Instant,
  KeptTrace,
  OrganisationId,
  PersonId,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import { writtenTime } from '../../layout/written-time.ts'
import {
  documentKindWords,
  documentStateWords,
  documentSubjectWords,
  keptTraceWords,
  writtenSize,
} from '../../wording/document-words.ts'

/** A document as its list shows it. */
type ShownDocument = {
  readonly documentId: DocumentId
  readonly number: number
  readonly kind: DocumentKind
  readonly subject: DocumentSubject
  readonly organisationId: OrganisationId | null
  readonly state: DocumentState
  readonly bytes: number
  readonly kept: readonly KeptTrace[]
  readonly filedBy: PersonId | null
  readonly filedAt: Instant
  readonly fileName: string
  readonly mail: FiledMail | null
}

export type DocumentsModel = {
  readonly caseId: string
  readonly documents: readonly ShownDocument[]
  readonly organisations: ReadonlyMap<OrganisationId, string>
  readonly people: ReadonlyMap<PersonId, string>
  readonly mayFile: boolean
}

const colours = {
  received: 'govuk-tag--yellow',
  clean: 'govuk-tag--green',
  refused: 'govuk-tag--red',
} as const

/** The files of a case: what each is, whose, and whether it can be opened. */
export function documentsView(model: DocumentsModel): Html {
  const { caseId, documents, mayFile } = model
  return html`<h1 class="govuk-heading-l">Documents</h1>
<p class="govuk-body">A document opens as a download, once it has been scanned for malware. Who opens one is recorded.</p>
${mayFile && button({ text: 'Add a document', href: `/cases/${caseId}/documents/new`, classes: 'govuk-button--secondary' })}
${documents.length === 0 ? html`<p class="govuk-body">This case has no documents yet.</p>` : list(model)}`
}

function list({ caseId, documents, organisations, people }: DocumentsModel): Html {
  const from = ({ organisationId, filedBy }: ShownDocument) =>
    (organisationId !== null && organisations.get(organisationId)) ||
    (filedBy !== null && people.get(filedBy)) ||
    'Not known'
  return scrollRegion(
    'Documents',
    table({
      caption: 'Documents, newest first',
      captionClasses: 'govuk-visually-hidden',
      head: [{ text: 'Document' }, { text: 'From' }, { text: 'File' }, { text: 'Added' }, { text: 'State' }],
      rows: documents.map((document) => [
        { html: named(caseId, document) },
        { text: from(document) },
        { html: html`${documentKindWords[document.kind]}, ${writtenSize(document.bytes)}` },
        { html: html`${writtenTime(new Date(document.filedAt))}${by(document, people)}` },
        { html: tag({ text: documentStateWords[document.state], classes: colours[document.state] }) },
      ]),
    }),
  )
}

function by({ filedBy }: ShownDocument, people: DocumentsModel['people']): Html {
  const name = filedBy === null ? undefined : people.get(filedBy)
  return html`${name !== undefined && html`<br>by ${name}`}`
}

/** What a mail says of itself, in small. */
function mailed({ subject, from, sentAt, attachments }: FiledMail): Html {
  const hint = (words: Html) => html`<span class="govuk-hint govuk-!-margin-bottom-0">${words}</span>`
  return html`${hint(html`Subject: ${subject === '' ? 'none' : subject}`)}${hint(html`From: ${from}`)}${
    sentAt !== null && hint(html`Sent: ${writtenTime(new Date(sentAt))}`)
  }${attachments.length > 0 && hint(html`Attached: ${attachments.join(', ')}`)}`
}

function named(
  caseId: string,
  { documentId, number, subject, state, fileName, kept, mail }: ShownDocument,
): Html {
  const words = `${number}. ${documentSubjectWords[subject]}`
  const title =
    state === 'clean'
      ? html`<a class="govuk-link" download href="/cases/${caseId}/documents/${documentId}">${words}<span
class="govuk-visually-hidden">, download</span></a>`
      : html`${words}`
  return html`${title}<br><span class="govuk-hint govuk-!-margin-bottom-0">${fileName}</span>${mail !== null && mailed(mail)}${
    kept.length > 0 &&
    html`<span class="govuk-hint govuk-!-margin-bottom-0">The file still says: ${kept
      .map((trace) => keptTraceWords[trace])
      .join('; ')}.</span>`
  }`
}
