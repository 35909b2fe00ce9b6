import type { Db } from '@cdop/database'
import {
  type Actor,
  AreaId,
  isSettledAction,
  type PersonId,
  type PlainDate,
  RecommendationAct,
  RecommendationId,
  Refusal,
  recommendationAfter,
  smartGaps,
} from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { changeOnce } from '@cdop/service'
import { z } from 'zod'
import { actionsOf } from '../action/action-store.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { watchFollowUp } from '../follow-up/follow-up-watch.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { addEntry } from './entry-store.ts'
import { linkedCases, screenWords } from './linked-cases.ts'
import { findRecommendation, moveRecommendation, type StoredRecommendation } from './recommendation-store.ts'
import { recommendationWords } from './recommendation-words.ts'
import { checkAct, recorded } from './recorded-act.ts'

const Recorded = z.strictObject({ version: z.int() })
const Of = z.strictObject({ areaId: AreaId, recommendationId: RecommendationId, ...recorded })
type Recording = z.infer<typeof Of> & { act: RecommendationAct }

/** What an act changes of a recommendation beside its state. */
function changed(found: StoredRecommendation, act: RecommendationAct, by: PersonId, day: PlainDate) {
  if (act === 'issue') return { ...found, informedOn: day }
  if (act === 'propose-closing') return { ...found, closingBy: by }
  if (act === 'send-back' || act === 'reopen') return { ...found, closingBy: null }
  if (act === 'still-relevant') return { ...found, relevantOn: day }
  return found
}

/** Nothing of it is open any more: what is still to be done is settled first. */
const ENDS: readonly RecommendationAct[] = ['reject', 'drop', 'propose-closing', 'confirm-closing']

async function refuseUnready(
  tx: Db,
  { areaId, recommendationId, act }: Recording,
  found: StoredRecommendation,
  { parts, by }: { parts: ServiceParts; by: PersonId },
): Promise<void> {
  if (act === 'issue') {
    const cipher = await areaCipher(tx, parts.keys, areaId)
    const words = recommendationWords.open(cipher, recommendationId, found.sealedWords)
    const { addressee, dueOn } = found
    const gaps = smartGaps({ ...words, addresseeId: addressee?.organisationId ?? null, dueOn })
    if (gaps.length > 0) throw new Refusal('recommendation-not-followable', gaps)
  }
  if (ENDS.includes(act)) {
    const actions = await actionsOf(tx, areaId, recommendationId)
    if (!actions.every(({ state }) => isSettledAction(state))) throw new Refusal('actions-open')
  }
  if (act === 'confirm-closing' && found.closingBy === by) throw new Refusal('closing-needs-second-person')
}

/** Records an act once, if the recommendation is where the act begins. */
async function record(
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  input: Recording,
): Promise<z.infer<typeof Recorded>> {
  const by = writerOf(actor)
  const { areaId, recommendationId, act, on, words } = input
  const today = parts.clock.today()
  const change = { procedure: `recommendation.${act}`, areaId, input, outcome: Recorded }
  return changeOnce({ actor, parts }, change, async (tx) => {
    const found = await findRecommendation(tx, areaId, recommendationId, { lock: true })
    if (found === null) throw new Refusal('not-found')
    if (found.version !== input.version) throw new Refusal('stale')
    const after = recommendationAfter(found.state, act)
    if (after === null) throw new Refusal('not-allowed-in-this-state')
    checkAct(act, input, { today, informedOn: found.informedOn })
    await refuseUnready(tx, input, found, { parts, by })
    const closed = act === 'confirm-closing' ? { by, on: today } : null
    await moveRecommendation(tx, areaId, changed(found, act, by, on), after, closed)
    if (act === 'issue') await watchFollowUp(tx, areaId, today)
    const cipher = await areaCipher(tx, parts.keys, areaId)
    const entry = {
      actionId: null,
      act,
      happenedOn: on,
      words,
      recordedBy: by,
      recordedAt: parts.clock.now(),
    }
    await addEntry(tx, cipher, areaId, recommendationId, entry)
    await parts.audit.record(tx, actor, areaId, {
      action: `recommendation.${act}`,
      object: { kind: 'recommendation', id: recommendationId },
    })
    return { version: found.version + 1 }
  })
}

/**
 * Records what came of a recommendation, as its state allows. Issuing needs all that the SMART check asks for, and the day
 * whoever is to act was told (Children Act 2004, section 16M(5)).
 * @throws Refusal `not-allowed-in-this-state`, `stale`, `recommendation-not-followable` naming what is missing,
 * `actions-open`, `identifiers-in-note`, `date-in-future`, `dates-out-of-order`, `invalid-answers`, `not-found`
 */
export const recordRecommendation = requires('recommendation:write')
  .input(Of.extend({ act: RecommendationAct.exclude(['confirm-closing']) }))
  .output(Recorded)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const { areaId, recommendationId, words } = input
    if (words !== null) {
      const caseIds = await parts.database.transaction(actor, (tx) =>
        linkedCases(tx, areaId, recommendationId),
      )
      await screenWords({ actor, assertion, parts }, areaId, caseIds, [words])
    }
    return record({ actor, parts }, input)
  })

/**
 * Confirms that a recommendation is carried out: by somebody else than who said so, after its actions.
 * @throws Refusal `closing-needs-second-person`, `actions-open`, `not-allowed-in-this-state`, `stale`, `not-found`
 */
export const confirmRecommendation = requires('recommendation:confirm')
  .input(Of.omit({ on: true, words: true }))
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) =>
    record({ actor, parts }, { ...input, act: 'confirm-closing', on: parts.clock.today(), words: null }),
  )
