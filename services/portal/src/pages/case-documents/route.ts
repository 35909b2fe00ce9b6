import { DocumentId, documentFaults, Refusal } from '@cdop/domain'
import { sendFile } from '../../document/send-file.ts'
import { makeOutTicket } from '../../document/ticket-store.ts'
import { waits } from '../../document/waits.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { tokenHash } from '../../session/token.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseIdOf, caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { documentOf } from './document-of.ts'
import { checkFile, filedTo } from './filed-to.ts'
import { noDocument, readDocument, readTakeOut, typedDocument } from './form.ts'
import { newDocumentView } from './new-view.ts'
import { takeOutTitle, takeOutView } from './take-out-view.ts'
import { documentVersionsPage } from './versions-route.ts'
import { documentsView } from './view.ts'

/** The area's directory: a document comes from one of it, or from the office. */
async function directoryOf(visit: PersonVisit) {
  if (!visit.mayDo('organisation:read')) return []
  return (await caseReview(visit).organisation.list.query({ areaId: visit.areaId })).rows
}

/** The files of a case. */
const documentsPage = personPage('/cases/:caseId/documents', {
  permission: 'document:read',
  async show(visit, again) {
    const { areaId } = visit
    const found = await openedCase(visit)
    const { documents, waiting } = await caseReview(visit).document.list.query({
      areaId,
      caseId: found.caseId,
    })
    const people = documents
      .flatMap(({ filedBy, takenOutBy, redaction }) => [filedBy, takenOutBy, redaction?.decidedBy ?? null])
      .filter((person) => person !== null)
    const organisations = await directoryOf(visit)
    return caseScreen(visit, found, {
      title: 'Documents',
      current: '/documents',
      main: documentsView({
        caseId: found.caseId,
        documents,
        organisations: new Map(organisations.map(({ organisationId, name }) => [organisationId, name])),
        people: await displayNames(visit.parts.database.sql, [...new Set(people)]),
        mayFile: visit.mayDo('document:file'),
        mayTakeOut: visit.mayDo('document:take-out'),
        waiting,
        hidden: visit.formFields,
        errors: again?.errors ?? [],
        mayCaveat: visit.mayDo('caveat:record'),
      }),
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('document:file')) throw new Refusal('forbidden')
    const caseId = caseIdOf(visit)
    const { waiting } = await caseReview(visit).document.list.query({ areaId: visit.areaId, caseId })
    const file = waiting.find(({ documentId }) => documentId === form.text('documentId'))
    // Checked already, by a first click.
    if (file === undefined) return new GoTo(`/cases/${caseId}/documents`)
    const { documentId, pieces, contentHash } = file
    const fault = await checkFile(visit, { caseId, documentId, key: form.key, pieces, contentHash })
    if (fault !== null) return new Problems([{ text: documentFaults[fault], href: '#waiting' }])
    return new GoTo(`/cases/${caseId}/documents`)
  },
})

/** Adds a file to a case. */
const newDocumentPage = personPage('/cases/:caseId/documents/new', {
  permission: 'document:file',
  streamsFile: true,
  async show(visit, again) {
    const found = await openedCase(visit)
    return caseScreen(visit, found, {
      title: 'Add a document',
      current: '/documents',
      main: newDocumentView({
        hidden: visit.formFields,
        typed: again ? typedDocument(again.form) : noDocument,
        organisations: await directoryOf(visit),
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const caseId = caseIdOf(visit)
    const read = readDocument(typedDocument(form))
    const upload = form.upload?.name ? form.upload : null
    if (!read.ok || upload === null) {
      const missing = { text: 'Choose a file', href: '#file' }
      return new Problems([...(read.ok ? [] : read.errors), ...(upload === null ? [missing] : [])])
    }
    const { subject, from: organisationId } = read.value
    const about = { caseId, key: form.key, subject, organisationId, fileName: upload.name }
    const fault = await sendFile(filedTo(visit, about), upload).catch(waits)
    // It came whole: the list says so, and there it is checked when its turn comes.
    if (fault === 'waits') return new GoTo(`/cases/${caseId}/documents`)
    if (fault !== null) return new Problems([{ text: documentFaults[fault], href: '#file' }])
    return new GoTo(`/cases/${caseId}/documents`)
  },
})

/** Leads to a file, once and within seconds, at the origin files have for themselves. */
const openDocumentPage = personPage('/cases/:caseId/documents/:documentId', {
  permission: 'document:read',
  async show(visit) {
    const { areaId, parts } = visit
    const caseId = caseIdOf(visit)
    const documentId = DocumentId.safeParse(visit.param('documentId'))
    const session = visit.cookies.read('person')
    if (!documentId.success || session === null) throw new Refusal('not-found')
    const sessionHash = tokenHash(session)
    const ticket = { sessionHash, areaId, caseId, documentId: documentId.data }
    const token = await makeOutTicket(parts.database.sql, ticket, parts.clock.now())
    return new GoTo(`${parts.documentsUrl}/${token}`)
  },
})

/** Takes a document out of a case it does not belong to. */
const takeOutPage = personPage('/cases/:caseId/documents/:documentId/take-out', {
  permission: 'document:take-out',
  async show(visit, again) {
    const found = await openedCase(visit)
    const { document } = await documentOf(visit)
    return caseScreen(visit, found, {
      title: takeOutTitle,
      current: '/documents',
      main: takeOutView({
        hidden: visit.formFields,
        document,
        typed: again?.form.text('reason') ?? '',
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const caseId = caseIdOf(visit)
    const documentId = DocumentId.safeParse(visit.param('documentId'))
    if (!documentId.success) throw new Refusal('not-found')
    const read = readTakeOut(form)
    if (!read.ok) return new Problems(read.errors)
    const asked = { areaId: visit.areaId, caseId, documentId: documentId.data, key: form.key, ...read.value }
    await caseReview(visit).document.takeOut.mutate(asked)
    return new GoTo(`/cases/${caseId}/documents`)
  },
})

export const caseDocumentPages: readonly PageRoute[] = [
  documentsPage,
  newDocumentPage,
  openDocumentPage,
  takeOutPage,
  documentVersionsPage,
]
