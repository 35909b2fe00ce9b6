import { DocumentId, documentFaults, Refusal } from '@cdop/domain'
import { makeOutTicket } from '../../document/ticket-store.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { refusalIn } from '../../page/refusal-in.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { tokenHash } from '../../session/token.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseIdOf, caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { noDocument, readDocument, typedDocument } from './form.ts'
import { newDocumentView } from './new-view.ts'
import { checkFile, sendFile } from './send-file.ts'
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
    const people = documents.flatMap(({ filedBy }) => (filedBy === null ? [] : [filedBy]))
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

function waits(thrown: unknown): 'waits' {
  if (refusalIn(thrown)?.code !== 'files-waiting') throw thrown
  return 'waits'
}

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
    const fault = await sendFile(visit, { caseId, key: form.key, subject, organisationId }, upload).catch(
      waits,
    )
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

export const caseDocumentPages: readonly PageRoute[] = [documentsPage, newDocumentPage, openDocumentPage]
