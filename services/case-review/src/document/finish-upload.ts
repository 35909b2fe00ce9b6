import { AreaId, CaseId, DocumentFault, DocumentId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { MOST_PIECES } from './content.ts'
import { seeFileable } from './fileable-case.ts'
import { type TakenIn, takeIn } from './take-in.ts'
import { findUpload, noteLook, takeBackLook } from './upload-rows.ts'

/** SHA-256 of the whole file, in hexadecimal: what was sent, whatever it is called and however often it comes. */
const ContentHash = z.string().regex(/^[0-9a-f]{64}$/)

/** What became of a file. */
export const Finished = z.union([
  z.strictObject({ documentId: DocumentId }),
  z.strictObject({ fault: DocumentFault }),
])
export type Finished = z.infer<typeof Finished>

/**
 * Looks into a file that has come whole and takes it in, or says why not. What is taken in waits for the scanner.
 * @throws Refusal `not-found`, `not-allowed-in-this-state`; `key-reused` when it comes, or came, with other content;
 * `files-waiting` when others' files come first: it is kept as it came, and finished when that is asked for again
 */
export const finishUpload = requires('document:file')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      documentId: DocumentId,
      key: AttemptKey,
      pieces: z.int().nonnegative().max(MOST_PIECES),
      contentHash: ContentHash,
    }),
  )
  .output(Finished)
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, documentId, pieces, contentHash } = input
    const finish = (taken: TakenIn | null) =>
      changeOnce(
        { actor, parts },
        { areaId, procedure: 'document.finish', input, outcome: Finished },
        async (tx): Promise<Finished> => {
          await seeFileable(tx, person, areaId, caseId, { lock: true })
          const upload = await findUpload(tx, areaId, documentId, { lock: true })
          if (upload === null || taken === null || upload.begunBy !== person.personId) {
            throw new Refusal('not-found')
          }
          return taken.record(tx, upload, actor)
        },
      )
    const coming = ({ looking = false } = {}) =>
      parts.database.transaction(actor, async (tx) => {
        await seeFileable(tx, person, areaId, caseId)
        const upload = await findUpload(tx, areaId, documentId)
        if (upload === null) return null
        if (upload.caseId !== caseId || upload.begunBy !== person.personId) throw new Refusal('not-found')
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
        await parts.database.transaction(actor, (tx) => takeBackLook(tx, areaId, documentId))
      }
      // The first click has ended meanwhile, and its pieces are gone.
      if (thrown instanceof Refusal || (await coming()) !== null) throw thrown
      return finish(null)
    }
  })
