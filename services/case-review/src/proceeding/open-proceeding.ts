import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  type HoldId,
  holdReasonOf,
  laterOf,
  mayGoOnTwice,
  type Person,
  PlainDate,
  ProceedingId,
  ProceedingKind,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { type CaseRow, caseCipher, setNextClock } from '../case/case-store.ts'
import { beginHold, HoldSaid } from '../hold/begin-hold.ts'
import { requireCanWait } from '../hold/held-case.ts'
import { holdsOfCases } from '../hold/hold-store.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { seeStandingCase } from './going-on.ts'
import { addProceeding, ProceedingReference, proceedingsOf } from './proceeding-store.ts'

const Opened = z.strictObject({ proceedingId: ProceedingId })

const Opening = z.strictObject({
  areaId: AreaId,
  caseId: CaseId,
  key: AttemptKey,
  kind: ProceedingKind,
  reference: ProceedingReference.nullable(),
  openedOn: PlainDate,
  /** What has to wait, whom to ask and when to ask again; null when this case waits for none of it. */
  hold: HoldSaid.nullable(),
})

/**
 * Records what else is being done about a death, by whom it is called what, and since when. One that keeps the case
 * waiting opens its hold with it, or takes on the one that is there; it cannot have kept anything waiting before the death.
 * @throws Refusal `proceeding-already-open`, `not-allowed-in-this-state`, `date-in-future`, `dates-out-of-order`;
 * `transfer-open` while another area is asked to take the case; `invalid-answers` when it does not keep that waiting
 */
export const openProceeding = requires('proceeding:record')
  .input(Opening)
  .output(Opened)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, kind, reference, openedOn } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'proceeding.open', input, outcome: Opened },
      async (tx) => {
        const { found } = await seeStandingCase(tx, person, areaId, caseId)
        requireNotOffered(found, parts.clock.now())
        if (openedOn > parts.clock.today()) throw new Refusal('date-in-future', ['openedOn'])
        const goesOn = (await proceedingsOf(tx, areaId, found.caseIds)).some(
          (one) => one.kind === kind && one.outcome === null,
        )
        if (goesOn && !mayGoOnTwice(kind)) throw new Refusal('proceeding-already-open')
        const proceedingId = ProceedingId.parse(randomUUID())
        const kept = await keepWaiting(tx, parts, { person, found, opening: input })
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        const opened = { proceedingId, caseId, kind, reference, openedOn, ...kept, ...recorded }
        if (!(await addProceeding(tx, cipher, areaId, opened))) throw new Refusal('proceeding-already-open')
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'proceeding.open',
          object: { kind: 'case', id: caseId },
        })
        return { proceedingId }
      },
    )
  })

/** The hold it opens, or the one that keeps the case waiting for the same already. */
async function keepWaiting(
  tx: Db,
  parts: Parts,
  { person, found, opening }: { person: Person; found: CaseRow; opening: z.infer<typeof Opening> },
): Promise<{ holdId: HoldId | null; broughtHold: boolean }> {
  const { areaId, kind, openedOn, hold } = opening
  if (hold === null) return { holdId: null, broughtHold: false }
  const reason = holdReasonOf[kind]
  if (reason === null) throw new Refusal('invalid-answers', ['hold'])
  requireCanWait(found)
  const there = (await holdsOfCases(tx, areaId, found.caseIds)).find(
    (one) => one.reason === reason && one.until === null,
  )
  if (there !== undefined) return { holdId: there.holdId, broughtHold: false }
  const from = laterOf(openedOn, found.diedOn)
  const holdId = await beginHold(tx, parts, { person, areaId, found }, { reason, from, ...hold })
  return { holdId, broughtHold: holdId !== null }
}
