import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  type CaseId,
  DocumentFault,
  DocumentId,
  DocumentSubject,
  documentLimits,
  isStorable,
  kindByName,
  type OrganisationId,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { keepPiece, MOST_PIECES } from './content.ts'
import { countAttempt, type Sender } from './document-quota.ts'
import { sealName } from './document-rows.ts'
import { type Follows, pointsAt } from './follows.ts'
import { type TakenIn, takeIn } from './take-in.ts'
import { addUpload, findUpload, noteLook, takeBackLook, type UploadRow } from './upload-rows.ts'

/** Somebody who sends a file to a case, and how it is seen, each time anew, that they may. */
export type Sending = {
  readonly actor: Actor
  readonly parts: Parts
  readonly areaId: AreaId
  readonly sender: Sender
  /** Whose rows the transactions see. */
  readonly account: Actor
  /** The case, if they may send a file to it now. @throws Refusal */
  see(tx: Db, options: { lock: boolean }): Promise<CaseId>
}

/** A file as it is begun: what it is, and what it is called, kept sealed and never used as a path. */
export const BegunFile = z.strictObject({
  key: AttemptKey,
  subject: DocumentSubject,
  fileName: z.string().min(1).max(255).refine(isStorable),
})
/** What became of a file so far: it is taken, or this is wrong with it. */
export const FileOutcome = z.union([
  z.strictObject({ documentId: DocumentId }),
  z.strictObject({ fault: DocumentFault }),
])
type FileOutcome = z.infer<typeof FileOutcome>

/** One piece as it travels. */
export const FilePiece = z.strictObject({
  documentId: DocumentId,
  piece: z
    .int()
    .nonnegative()
    .max(MOST_PIECES - 1),
  bytes: z.base64().max(Math.ceil(documentLimits.piece / 3) * 4),
})

/** A file that has come whole: how many pieces, and the SHA-256 of all of it, whatever it is called. */
export const WholeFile = z.strictObject({
  documentId: DocumentId,
  key: AttemptKey,
  pieces: z.int().nonnegative().max(MOST_PIECES),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
})

const isTheirs = ({ personId, informationRequestId }: Sender, caseId: CaseId, upload: UploadRow) =>
  upload.caseId === caseId &&
  upload.begunBy === personId &&
  upload.informationRequestId === informationRequestId

/** Begins a file, counted in the share of a day. @throws Refusal `too-many-documents` */
export async function beginFile(
  tx: Db,
  { actor, parts, areaId, sender, see }: Sending,
  {
    subject,
    fileName,
    organisationId,
    follows = null,
  }: z.infer<typeof BegunFile> & { organisationId: OrganisationId | null; follows?: Follows | null },
): Promise<FileOutcome> {
  const caseId = await see(tx, { lock: true })
  const points = await pointsAt(tx, areaId, caseId, follows)
  const { personId, informationRequestId } = sender
  const at = parts.clock.now()
  const documentId = DocumentId.parse(randomUUID())
  await countAttempt(tx, areaId, { caseId, documentId, sender, at })
  await parts.audit.record(tx, actor, areaId, {
    action: 'document.begin',
    object: { kind: 'case', id: caseId },
  })
  const kind = kindByName(fileName)
  if (kind === null) return { fault: 'kind-not-taken' }
  const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
  const name = new Uint8Array(sealName(cipher, documentId, fileName))
  const pieceName = parts.documents.newName()
  const about = { documentId, caseId, kind, subject, organisationId, informationRequestId }
  await addUpload(tx, areaId, { ...about, ...points, name, pieceName, begunBy: personId }, at)
  return { documentId }
}

/**
 * Keeps one piece of a file on its way in, sealed; the same piece again takes its place. Says whether more are wanted:
 * not when the file was taken or refused already, by a first click that was quicker.
 */
export async function keepFilePiece(
  { parts, areaId, sender, account, see }: Sending,
  { documentId, piece, bytes }: z.infer<typeof FilePiece>,
): Promise<{ wanted: boolean }> {
  const found = await parts.database.transaction(account, async (tx) => {
    const caseId = await see(tx, { lock: false })
    const upload = await findUpload(tx, areaId, documentId)
    if (upload === null) return null
    if (!isTheirs(sender, caseId, upload)) throw new Refusal('not-found')
    return { upload, cipher: await caseCipher(tx, parts.keys, areaId, caseId) }
  })
  if (found === null) return { wanted: false }
  await keepPiece(parts.documents, found.cipher, found.upload, piece, Buffer.from(bytes, 'base64'))
  return { wanted: true }
}

/**
 * Looks into a file that has come whole and takes it in, or says why not.
 * @throws Refusal `key-reused` when it comes, or came, with other content; `files-waiting` when others' files come first
 */
export async function finishFile(
  sending: Sending,
  procedure: string,
  input: z.infer<typeof WholeFile>,
): Promise<FileOutcome> {
  const { actor, parts, areaId, sender, account, see } = sending
  const { documentId, pieces, contentHash } = input
  const finish = (taken: TakenIn | null) =>
    changeOnce(
      { actor, parts },
      { areaId, procedure, input, outcome: FileOutcome, onAccountOf: account },
      async (tx): Promise<FileOutcome> => {
        const caseId = await see(tx, { lock: true })
        const upload = await findUpload(tx, areaId, documentId, { lock: true })
        if (upload === null || taken === null || !isTheirs(sender, caseId, upload))
          throw new Refusal('not-found')
        return taken.record(tx, upload, actor)
      },
    )
  const coming = ({ looking = false } = {}) =>
    parts.database.transaction(account, async (tx) => {
      const caseId = await see(tx, { lock: false })
      // Held while a look is noted: a first click that ends at this moment leaves none to note.
      const upload = await findUpload(tx, areaId, documentId, { lock: looking })
      if (upload === null) return null
      if (!isTheirs(sender, caseId, upload)) throw new Refusal('not-found')
      if (looking) await noteLook(tx, areaId, documentId, { pieces, contentHash })
      return { upload, cipher: await caseCipher(tx, parts.keys, areaId, caseId) }
    })
  const found = await coming({ looking: true })
  // Taken or refused already: a second click gets the first answer.
  if (found === null) return finish(null)
  try {
    return await takeIn(parts, { areaId, ...found, pieces, contentHash }, finish)
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'files-waiting') {
      await parts.database.transaction(account, (tx) => takeBackLook(tx, areaId, documentId))
    }
    // The first click has ended meanwhile, and its pieces are gone.
    if (thrown instanceof Refusal || (await coming()) !== null) throw thrown
    return finish(null)
  }
}
