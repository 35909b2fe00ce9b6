import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  DocumentId,
  daysOf,
  hasAnswered,
  InformationRequestId,
  LifeEventId,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { type CaseRow, caseCipher } from '../case/case-store.ts'
import { findDocument } from '../document/document-rows.ts'
import { isOfTheOffice } from '../document/office-document.ts'
import { findRequest } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { addLifeEvent, LifeEventContent } from './life-event-store.ts'
import { seeTimeline } from './timeline-case.ts'

/** Who or what says so. */
const LifeEventSource = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('office') }),
  z.strictObject({ is: z.literal('agency'), informationRequestId: InformationRequestId }),
  z.strictObject({ is: z.literal('document'), documentId: DocumentId }),
])
type LifeEventSource = z.infer<typeof LifeEventSource>

const Recorded = z.strictObject({ lifeEventId: LifeEventId })

/** The source as the table names it, and the one of the child's cases it belongs to. @throws Refusal `invalid-answers` */
async function sourceIn(tx: Db, areaId: AreaId, found: CaseRow, source: LifeEventSource) {
  const none = { caseId: found.caseId, documentId: null, informationRequestId: null }
  if (source.is === 'office') return none
  const said =
    source.is === 'document'
      ? await findDocument(tx, areaId, source.documentId)
      : await findRequest(tx, areaId, source.informationRequestId)
  const ready =
    said !== null &&
    ('documentId' in said
      ? said.state === 'clean' && isOfTheOffice(said)
      : hasAnswered(said.state) || said.part !== null)
  if (!ready || !found.caseIds.includes(said.caseId)) throw new Refusal('invalid-answers', ['source'])
  const { is, ...named } = source
  return { ...none, ...named, caseId: said.caseId }
}

/**
 * Writes down something in the life of the child: when it was as well as that is known, and who or what says so. It can
 * have begun at any time up to the death.
 * @throws Refusal `dates-out-of-order` for something that was after the death; `invalid-answers` for a source that is none
 * of the case's, or does not say anything yet; `not-allowed-in-this-state`
 */
export const recordLifeEvent = requires('life-event:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      event: LifeEventContent,
      source: LifeEventSource,
    }),
  )
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, event, source } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'timeline.record', input, outcome: Recorded },
      async (tx) => {
        const { found } = await seeTimeline(tx, person, { areaId, caseId }, { lock: true })
        if (daysOf(event.on).from > found.diedOn) throw new Refusal('dates-out-of-order', ['on'])
        const said = await sourceIn(tx, areaId, found, source)
        const lifeEventId = LifeEventId.parse(randomUUID())
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        const cipher = await caseCipher(tx, parts.keys, areaId, said.caseId)
        await addLifeEvent(tx, cipher, areaId, { lifeEventId, ...event, ...said, ...recorded })
        await parts.audit.record(tx, actor, areaId, {
          action: 'life-event.record',
          object: { kind: 'case', id: caseId },
        })
        return { lifeEventId }
      },
    )
  })
