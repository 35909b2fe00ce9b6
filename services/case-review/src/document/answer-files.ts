import type { Db } from '@cdop/database'
import {
  type Actor,
  DocumentId,
  DocumentState,
  DocumentSubject,
  Instant,
  isAnswered,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { caseReviewIn, requireRequestHolder } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import type { Answerable } from '../information-request/answerable.ts'
import type { Parts } from '../parts.ts'
import { answering } from '../reporting-form/answering.ts'
import { openCorrection } from '../returned-form/correction-store.ts'
import { requires } from '../rpc.ts'
import { documentsOfRequest, findDocument, openName } from './document-rows.ts'
import {
  BegunFile,
  beginFile,
  FileOutcome,
  FilePiece,
  finishFile,
  keepFilePiece,
  type Sending,
  WholeFile,
} from './sending.ts'
import { markTakenOut } from './taken-out-rows.ts'
import { waitingUploads } from './upload-rows.ts'

type Context = { actor: Actor; parts: Parts }

/**
 * Whoever answers a request sends files with the answer: until it is sent, and again while it is corrected. A link that
 * was recalled or sent on sends nothing. Whoever holds a link sees one request alone; the files of the case are numbered
 * and counted on the service's account.
 */
function answeringWithFiles({ actor, parts }: Context) {
  const holder = requireRequestHolder(actor)
  const { areaId, subject: informationRequestId } = holder
  const account = caseReviewIn(areaId, holder.requestId)
  /** @throws Refusal `link-dead`, `request-answered` */
  const open = async (tx: Db, options: { lock: boolean }): Promise<Answerable> => {
    const found = await answering(tx, holder, options)
    const correcting = await openCorrection(tx, { areaId, informationRequestId })
    if (isAnswered(found.request.state) && correcting === null) throw new Refusal('request-answered')
    return found
  }
  const sending: Sending = {
    actor,
    parts,
    areaId,
    sender: { personId: null, informationRequestId },
    account,
    see: async (tx, options) => (await open(tx, options)).found.caseId,
  }
  return { holder, areaId, informationRequestId, account, open, sending }
}

/** The files an agency sent to its request, its own alone, with what it called them. */
export const listAnswerFiles = requires('information-request:answer')
  .input(z.strictObject({}))
  .output(
    z.strictObject({
      open: z.boolean(),
      files: z.array(
        z.strictObject({
          documentId: DocumentId,
          subject: DocumentSubject,
          fileName: z.string(),
          bytes: z.int(),
          state: DocumentState,
          filedAt: Instant,
          sent: z.boolean(),
        }),
      ),
      waiting: z.array(
        WholeFile.omit({ key: true }).extend({ subject: DocumentSubject, fileName: z.string() }),
      ),
    }),
  )
  .query(({ ctx }) => {
    const { holder, areaId, informationRequestId, account } = answeringWithFiles(ctx)
    const { parts } = ctx
    return parts.database.transaction(account, async (tx) => {
      const { request, found } = await answering(tx, holder)
      const correcting = await openCorrection(tx, { areaId, informationRequestId })
      const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
      await parts.audit.record(tx, holder, areaId, {
        action: 'document.list',
        object: { kind: 'information-request', id: informationRequestId },
      })
      const files = (await documentsOfRequest(tx, areaId, informationRequestId)).map((row) => {
        const { documentId, subject, bytes, state, filedAt, answeredAt, name } = row
        const fileName = openName(cipher, documentId, name)
        return { documentId, subject, fileName, bytes, state, filedAt, sent: answeredAt !== null }
      })
      const whose = { begunBy: null, informationRequestId }
      const waiting = (await waitingUploads(tx, areaId, found.caseId, whose)).map((upload) => {
        const { documentId, subject, pieces, contentHash, name } = upload
        return { documentId, subject, pieces, contentHash, fileName: openName(cipher, documentId, name) }
      })
      return { open: !isAnswered(request.state) || correcting !== null, files, waiting }
    })
  })

/** Begins a file that goes with the answer. @throws Refusal `link-dead`, `request-answered`, `too-many-documents` */
export const beginAnswerFile = requires('information-request:answer')
  .input(BegunFile)
  .output(FileOutcome)
  .mutation(({ ctx, input }) => {
    const { areaId, account, open, sending } = answeringWithFiles(ctx)
    const change = {
      areaId,
      procedure: 'answer-file.begin',
      input,
      outcome: FileOutcome,
      onAccountOf: account,
    }
    return changeOnce(ctx, change, async (tx) => {
      const { organisationId } = (await open(tx, { lock: true })).request
      return beginFile(tx, sending, { ...input, organisationId })
    })
  })

/** Keeps one piece of such a file. */
export const appendAnswerFile = requires('information-request:answer')
  .input(FilePiece)
  .output(z.strictObject({ wanted: z.boolean() }))
  .mutation(({ ctx, input }) => keepFilePiece(answeringWithFiles(ctx).sending, input))

/** Looks into such a file that has come whole. @throws Refusal as `document.finish` */
export const finishAnswerFile = requires('information-request:answer')
  .input(WholeFile)
  .output(FileOutcome)
  .mutation(({ ctx, input }) => finishFile(answeringWithFiles(ctx).sending, 'answer-file.finish', input))

/**
 * Takes a file back that was not sent with an answer yet: it is destroyed.
 * @throws Refusal `not-found`, `request-answered` once it was sent
 */
export const takeBackAnswerFile = requires('information-request:answer')
  .input(z.strictObject({ documentId: DocumentId, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    const { parts } = ctx
    const { holder, areaId, informationRequestId, account, open } = answeringWithFiles(ctx)
    const { documentId } = input
    let objectName: string | null = null
    const change = {
      areaId,
      procedure: 'answer-file.take-back',
      input,
      outcome: z.null(),
      onAccountOf: account,
    }
    await changeOnce(ctx, change, async (tx) => {
      const { found } = await open(tx, { lock: true })
      const row = await findDocument(tx, areaId, documentId, { lock: true })
      if (row === null || row.informationRequestId !== informationRequestId || row.state === 'taken-out') {
        throw new Refusal('not-found')
      }
      if (row.answeredAt !== null) throw new Refusal('request-answered')
      objectName = row.objectName
      const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
      await markTakenOut(tx, cipher, areaId, documentId, { at: parts.clock.now(), by: null, reason: null })
      await parts.audit.record(tx, holder, areaId, {
        action: 'document.take-out',
        object: { kind: 'document', id: documentId },
      })
      return null
    })
    // Left behind by a crash, it goes with the sweep: no row names it.
    if (objectName !== null) await parts.documents.remove(objectName)
  })
