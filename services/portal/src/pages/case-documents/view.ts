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
  PlainDate,
  RedactionDecision,
} from '@cdop/domain'
import { redactionStatus } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import { writtenTime } from '../../layout/written-time.ts'
import {
  documentKindWords,
  documentStateWords,
  documentSubjectWords,
  keptTraceWords,
  redactionWords,
  writtenSize,
} from '../../wording/document-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { type CaveatMark, caveatMarks, putUnderCaveat } from '../case-caveats/caveat-marks.ts'
import { inVersions } from './in-versions.ts'

/** A document as its list shows it. */
export type ShownDocument = {
  readonly documentId: DocumentId
  readonly number: number
  readonly kind: DocumentKind
  readonly subject: DocumentSubject
  readonly organisationId: OrganisationId | null
  readonly informationRequestId: string | null
  readonly state: DocumentState
  readonly bytes: number
  readonly kept: readonly KeptTrace[]
  readonly filedBy: PersonId | null
  readonly filedAt: Instant
  readonly fileName: string
  readonly mail: FiledMail | null
  readonly unreadableAt: Instant | null
  readonly caveats: readonly CaveatMark[]
  readonly takenOutAt: Instant | null
  readonly takenOutBy: PersonId | null
  readonly takenOutReason: string | null
  /** Where its case was kept before; null for what was filed here. */
  readonly receivedOn: PlainDate | null
  readonly version: number
  readonly versionOf: DocumentId | null
  readonly redactedOf: DocumentId | null
  readonly redaction: {
    readonly decision: RedactionDecision
    readonly decidedBy: PersonId
    readonly decidedAt: Instant
  } | null
  readonly shareable: boolean
}

export type DocumentsModel = {
  readonly caseId: string
  readonly documents: readonly ShownDocument[]
  readonly organisations: ReadonlyMap<OrganisationId, string>
  readonly people: ReadonlyMap<PersonId, string>
  readonly mayFile: boolean
  readonly mayTakeOut: boolean
  /** Files that came whole and were not looked into yet. */
  readonly waiting: readonly {
    readonly documentId: DocumentId
    readonly subject: DocumentSubject
    readonly fileName: string
  }[]
  readonly hidden: Html
  readonly errors: readonly ErrorItem[]
  readonly mayCaveat: boolean
}

const colours = {
  received: 'govuk-tag--yellow',
  clean: 'govuk-tag--green',
  refused: 'govuk-tag--red',
  'taken-out': 'govuk-tag--grey',
} as const

/** The files of a case: what each is, whose, and whether it can be opened. */
export function documentsView(model: DocumentsModel): Html {
  const { caseId, documents, mayFile } = model
  return html`<h1 class="govuk-heading-l">Documents</h1>
<p class="govuk-body">A document opens as a download, once it has been scanned for malware. Who opens one is recorded.</p>
${mayFile && button({ text: 'Add a document', href: `/cases/${caseId}/documents/new`, classes: 'govuk-button--secondary' })}
${mayFile && waiting(model)}
${documents.length === 0 ? html`<p class="govuk-body">This case has no documents yet.</p>` : list(model)}`
}

/** What came whole while others' files were being checked. */
function waiting({ waiting: files, hidden }: DocumentsModel): Html {
  if (files.length === 0) return html`<div id="waiting"></div>`
  return html`<section id="waiting"><h2 class="govuk-heading-m">Waiting to be checked</h2>
<p class="govuk-body">These came whole while many files were being checked. They are kept for a day. You do not have to send
them again.</p>
${files.map(
  ({ documentId, subject, fileName }) => html`<form method="post" novalidate>${hidden}
<input type="hidden" name="documentId" value="${documentId}">
<p class="govuk-body">${documentSubjectWords[subject]}</p>
${button({
  text: `Check ${fileName} now`,
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
})}
</form>`,
)}</section>`
}

function list({
  caseId,
  documents,
  organisations,
  people,
  mayCaveat,
  mayTakeOut,
  mayFile,
}: DocumentsModel): Html {
  const from = ({ organisationId, filedBy }: ShownDocument) =>
    (organisationId !== null && organisations.get(organisationId)) ||
    (filedBy !== null && people.get(filedBy)) ||
    'Not known'
  return scrollRegion(
    'Documents',
    table({
      caption: 'Documents, newest first',
      captionClasses: 'govuk-visually-hidden',
      head: [
        { text: 'Document' },
        { text: 'From' },
        { text: 'File' },
        { text: 'Added' },
        { text: 'State' },
        { text: 'Redaction' },
      ],
      rows: inVersions(documents).map(({ document, earlierThan }) => [
        {
          html: html`${named(caseId, document)}${versionOf(document, earlierThan, documents)}${caveatsOf(caseId, document, mayCaveat)}${mayTakeOut && takeOutLink(caseId, document)}`,
        },
        {
          text:
            document.informationRequestId === null ? from(document) : `${from(document)}, with its answer`,
        },
        { html: html`${documentKindWords[document.kind]}, ${writtenSize(document.bytes)}` },
        {
          html: html`${writtenTime(new Date(document.filedAt))}${by(document, people)}${
            document.receivedOn !== null && html`<br>received on ${writtenDate(document.receivedOn)}`
          }`,
        },
        { html: stateOf(document, people) },
        { html: redactionOf(caseId, document, { people, mayFile }) },
      ]),
    }),
  )
}

const small = (words: Html) => html`<span class="govuk-hint govuk-!-margin-bottom-0">${words}</span>`

/** Which version it is, of what, where there is more than one. */
function versionOf(
  { version, redactedOf }: ShownDocument,
  later: ShownDocument | null,
  documents: readonly ShownDocument[],
): Html {
  const original = documents.find(({ documentId }) => documentId === redactedOf)
  return html`${(version > 1 || later !== null) && small(html`Version ${version}`)}${
    later !== null && small(html`Another version of document ${later.number}`)
  }${redactedOf !== null && small(html`Redacted copy of ${original === undefined ? 'another document' : html`document ${original.number}, version ${original.version}`}`)}`
}

/** What was said of blacking anything out in it, and where it is said. */
function redactionOf(
  caseId: string,
  document: ShownDocument,
  { people, mayFile }: Pick<DocumentsModel, 'people' | 'mayFile'>,
): Html {
  const { documentId, number, state, redaction, redactedOf } = document
  if (state === 'taken-out' || state === 'refused') return html``
  const status = redactionStatus({ redactedOf, decision: redaction?.decision ?? null })
  return html`${redactionWords[status]}${
    redaction !== null &&
    small(
      html`${writtenTime(new Date(redaction.decidedAt))} by ${people.get(redaction.decidedBy) ?? 'somebody who has left'}`,
    )
  }${small(document.shareable ? html`May be given outside the office` : html`Stays in the office`)}${
    mayFile &&
    html`<br><a class="govuk-link" href="/cases/${caseId}/documents/${documentId}/versions">Versions and redaction<span
class="govuk-visually-hidden"> of document ${number}</span></a>`
  }`
}

function takeOutLink(caseId: string, { documentId, number, state }: ShownDocument): Html {
  if (state === 'taken-out') return html``
  return html`<br><a class="govuk-link" href="/cases/${caseId}/documents/${documentId}/take-out">Take out<span
class="govuk-visually-hidden"> document ${number}</span></a>`
}

function stateOf(document: ShownDocument, people: DocumentsModel['people']): Html {
  const { state, unreadableAt, takenOutAt, takenOutBy, takenOutReason } = document
  if (takenOutAt !== null) {
    const by = takenOutBy !== null && people.get(takenOutBy)
    return html`${tag({ text: documentStateWords[state], classes: colours[state] })}<span class="govuk-hint govuk-!-margin-bottom-0">${writtenTime(new Date(takenOutAt))}${by && html` by ${by}`}${takenOutReason !== null && html`: ${takenOutReason}`}</span>`
  }
  if (unreadableAt === null || state === 'refused') {
    return tag({ text: documentStateWords[state], classes: colours[state] })
  }
  return html`${tag({ text: 'Cannot be read', classes: 'govuk-tag--red' })}<span class="govuk-hint govuk-!-margin-bottom-0">The
file is damaged or missing where it is kept, since ${writtenTime(new Date(unreadableAt))}. Tell whoever runs this service, and ask for the file
again.</span>`
}

/** Whom the document is kept from, and a way to keep it from somebody. */
function caveatsOf(
  caseId: string,
  { documentId, number, subject, state, caveats }: ShownDocument,
  may: boolean,
): Html {
  const of = `${number}. ${documentSubjectWords[subject]}`
  return html`${caveatMarks(caseId, caveats)}${
    may &&
    state !== 'taken-out' &&
    html`<br>${putUnderCaveat(caseId, { document: documentId }, { text: 'Put under a caveat', of })}`
  }`
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
