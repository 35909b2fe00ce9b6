import {
  ActionAct,
  ActionId,
  type Actor,
  AreaId,
  actionAfter,
  isOverdue,
  type PersonId,
  type PlainDate,
  RecommendationId,
  Refusal,
} from '@cdop/domain'
import { changeOnce, type ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { addEntry } from '../recommendation/entry-store.ts'
import { linkedCases, screenWords } from '../recommendation/linked-cases.ts'
import { findRecommendation } from '../recommendation/recommendation-store.ts'
import { checkAct, recorded } from '../recommendation/recorded-act.ts'
import { requires } from '../rpc.ts'
import { actionsOf, moveAction, type StoredAction } from './action-store.ts'
import { isFollowed } from './agree-action.ts'

const Recorded = z.strictObject({ version: z.int() })
const Of = z.strictObject({
  areaId: AreaId,
  recommendationId: RecommendationId,
  actionId: ActionId,
  ...recorded,
})
type Recording = z.infer<typeof Of> & { act: ActionAct }

/** What an act changes of an action. */
function changed(found: StoredAction, act: ActionAct, by: PersonId, day: PlainDate): StoredAction {
  if (act === 'progress') return { ...found, progressOn: day }
  if (act === 'propose-closing') return { ...found, progressOn: day, closingBy: by }
  if (act === 'send-back' || act === 'reopen') return { ...found, closingBy: null }
  if (act === 'escalate') return { ...found, escalatedOn: day }
  if (act === 'still-relevant') return { ...found, relevantOn: day }
  return found
}

/** Records an act once, if the action is where the act begins and its recommendation is followed. */
async function record(
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  input: Recording,
): Promise<z.infer<typeof Recorded>> {
  const by = writerOf(actor)
  const { areaId, recommendationId, actionId, act, on, words } = input
  const today = parts.clock.today()
  const change = { procedure: `action.${act}`, areaId, input, outcome: Recorded }
  return changeOnce({ actor, parts }, change, async (tx) => {
    const recommendation = await findRecommendation(tx, areaId, recommendationId, { lock: true })
    const actions = await actionsOf(tx, areaId, recommendationId)
    const found = actions.find((one) => one.actionId === actionId)
    if (recommendation === null || found === undefined) throw new Refusal('not-found')
    if (found.version !== input.version) throw new Refusal('stale')
    const state = actionAfter(found.state, act)
    if (state === null || !isFollowed(recommendation.state)) throw new Refusal('not-allowed-in-this-state')
    checkAct(act, input, { today, informedOn: recommendation.informedOn })
    if (act === 'escalate' && !isOverdue(found, today)) throw new Refusal('not-overdue')
    if (act === 'confirm-closing' && found.closingBy === by) throw new Refusal('closing-needs-second-person')
    const closed = act === 'confirm-closing' ? { by, on: today } : null
    await moveAction(tx, areaId, { ...changed(found, act, by, on), state }, closed)
    const cipher = await areaCipher(tx, parts.keys, areaId)
    const entry = { actionId, act, happenedOn: on, words, recordedBy: by, recordedAt: parts.clock.now() }
    await addEntry(tx, cipher, areaId, recommendationId, entry)
    await parts.audit.record(tx, actor, areaId, {
      action: `action.${act}`,
      object: { kind: 'recommendation', id: recommendationId },
    })
    return { version: found.version + 1 }
  })
}

/**
 * Records how an action goes: progress, evidence, why it is reopened or no longer relevant, that it still is, to whom it
 * was taken further.
 * @throws Refusal `not-allowed-in-this-state`, `not-overdue`, `stale`, `identifiers-in-note`, `date-in-future`,
 * `dates-out-of-order`, `invalid-answers`, `not-found`
 */
export const recordAction = requires('recommendation:write')
  .input(Of.extend({ act: ActionAct.exclude(['confirm-closing']) }))
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
 * Confirms that an action is done, by its evidence: somebody else than who said so.
 * @throws Refusal `closing-needs-second-person`, `not-allowed-in-this-state`, `stale`, `not-found`
 */
export const confirmAction = requires('recommendation:confirm')
  .input(Of.omit({ on: true, words: true }))
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) =>
    record({ actor, parts }, { ...input, act: 'confirm-closing', on: parts.clock.today(), words: null }),
  )
