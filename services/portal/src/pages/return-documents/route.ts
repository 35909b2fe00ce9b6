import type { CaseReviewRouter } from '@cdop/case-review/api'
import { DocumentId, documentFaults, Refusal } from '@cdop/domain'
import { LOOKED_INTO_WITHIN, PIECE_WITHIN, type SendingTo, sendFile } from '../../document/send-file.ts'
import { waits } from '../../document/waits.ts'
import { linkPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { LinkVisit } from '../../page/visit.ts'
import { begunReturn } from '../agency-return/begun-return.ts'
import { receipt, section } from '../agency-return/sections.ts'
import { readSubject } from './form.ts'
import { returnDocumentsTitle, returnDocumentsView } from './view.ts'

const path = '/return/documents'

/** The files of this answer, called anew for each piece: a slow line outlasts a link, a session and the word of a minute. */
const filesOf = async (visit: LinkVisit, within: number) =>
  (await visit.renewed())<CaseReviewRouter>('case-review', within).answerFile

function sentWith(visit: LinkVisit, begun: Parameters<typeof beginning>[1]): SendingTo {
  const { key } = begun
  return {
    begin: () => beginning(visit, begun),
    append: async (piece) => (await filesOf(visit, PIECE_WITHIN)).append.mutate(piece),
    finish: async (whole) => (await filesOf(visit, LOOKED_INTO_WITHIN)).finish.mutate({ ...whole, key }),
  }
}

type Begin = Awaited<ReturnType<typeof filesOf>>['begin']['mutate']
const beginning = async (visit: LinkVisit, begun: Parameters<Begin>[0]) =>
  (await filesOf(visit, PIECE_WITHIN)).begin.mutate(begun)

/** A file of the list that the form names. @throws Refusal `not-found` */
function named(form: PostedForm): DocumentId {
  const documentId = DocumentId.safeParse(form.text('documentId'))
  if (!documentId.success) throw new Refusal('not-found')
  return documentId.data
}

/** Files a reporter sends with the answer: added one at a time, taken back until the answer is sent. */
export const returnDocumentsPage = linkPage(path, {
  streamsFile: true,
  async show(visit, again) {
    const begun = await begunReturn(visit)
    const { files, waiting, open } = await visit
      .call<CaseReviewRouter>('case-review')
      .answerFile.list.query({})
    if (!open) return receipt
    return {
      title: returnDocumentsTitle,
      section,
      reference: begun.reference,
      backLink: '/return',
      main: returnDocumentsView({
        hidden: visit.formFields,
        files,
        waiting,
        subject: again?.form.text('subject') ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    if (form.action === 'take-back') {
      const asked = { key: form.key, documentId: named(form) }
      await visit.call<CaseReviewRouter>('case-review').answerFile.takeBack.mutate(asked)
      return new GoTo(path)
    }
    if (form.action === 'check') return check(visit, form)
    const subject = readSubject(form)
    const upload = form.upload?.name ? form.upload : null
    if (!subject.ok || upload === null) {
      const missing = { text: 'Choose a file', href: '#file' }
      return new Problems([...(subject.ok ? [] : subject.errors), ...(upload === null ? [missing] : [])])
    }
    const about = { key: form.key, ...subject.value, fileName: upload.name }
    const fault = await sendFile(sentWith(visit, about), upload).catch(waits)
    if (fault !== null && fault !== 'waits') {
      return new Problems([{ text: documentFaults[fault], href: '#file' }])
    }
    return new GoTo(path)
  },
})

/** Has a file looked into that came whole while others were. */
async function check(visit: LinkVisit, form: PostedForm): Promise<GoTo | Problems> {
  const files = await filesOf(visit, LOOKED_INTO_WITHIN)
  const documentId = named(form)
  const whole = (await files.list.query({})).waiting.find((file) => file.documentId === documentId)
  // Checked already, by a first click.
  if (whole === undefined) return new GoTo(path)
  const { pieces, contentHash } = whole
  const finished = await files.finish.mutate({ documentId, pieces, contentHash, key: form.key })
  return 'fault' in finished
    ? new Problems([{ text: documentFaults[finished.fault], href: '#file' }])
    : new GoTo(path)
}
