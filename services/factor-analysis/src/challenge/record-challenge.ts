import {
  type Actor,
  AreaId,
  answerDueOn,
  bankHolidays,
  type ChallengeAct,
  ChallengeId,
  challengeAfter,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce, type ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { addChallengeEntry, ChallengeWords, findChallenge, moveChallenge } from './challenge-store.ts'
import { screenChallenge } from './screen-challenge.ts'

const Recorded = z.strictObject({ version: z.int() })
const Of = z.strictObject({
  areaId: AreaId,
  challengeId: ChallengeId,
  /** The challenge as it was looked at. */
  version: z.int().positive(),
  key: AttemptKey,
})
type Said = z.infer<typeof Of> & { act: Exclude<ChallengeAct, 'raise'>; words: string | null }

async function record(
  { actor, assertion, parts }: { actor: Actor; assertion: string | null; parts: ServiceParts },
  input: Said,
): Promise<z.infer<typeof Recorded>> {
  const by = writerOf(actor)
  const { areaId, challengeId, act, words } = input
  const { subject } = await parts.database.transaction(actor, (tx) => findChallenge(tx, areaId, challengeId))
  if (words !== null) await screenChallenge({ actor, assertion, parts }, areaId, subject, words)
  const today = parts.clock.today()
  const change = { procedure: `challenge.${act}`, areaId, input, outcome: Recorded }
  return changeOnce({ actor, parts }, change, async (tx) => {
    const found = await findChallenge(tx, areaId, challengeId, { lock: true })
    if (found.version !== input.version) throw new Refusal('stale')
    const state = challengeAfter(found.state, act)
    if (state === null) throw new Refusal('not-allowed-in-this-state')
    const dueOn = act === 'press' ? answerDueOn(today, bankHolidays) : found.dueOn
    await moveChallenge(tx, areaId, { challengeId, state, dueOn })
    const cipher = await areaCipher(tx, parts.keys, areaId)
    const said = { act, words, recordedOn: today, recordedBy: by, recordedAt: parts.clock.now() }
    await addChallengeEntry(tx, cipher, areaId, challengeId, said)
    await parts.audit.record(tx, actor, areaId, {
      action: `challenge.${act}`,
      object: { kind: 'challenge', id: challengeId },
    })
    return { version: found.version + 1 }
  })
}

/**
 * Answers a challenge for the area.
 * @throws Refusal `not-allowed-in-this-state` unless an answer is owed, `stale`, `identifiers-in-note`, `not-found`
 */
export const answerChallenge = requires('challenge:answer')
  .input(Of.extend({ words: ChallengeWords }))
  .output(Recorded)
  .mutation(({ ctx, input }) => record(ctx, { ...input, act: 'answer' }))

/**
 * Accepts the area's answer: the challenge is over.
 * @throws Refusal `not-allowed-in-this-state` before there is an answer, `stale`, `identifiers-in-note`, `not-found`
 */
export const acceptAnswer = requires('challenge:raise')
  .input(Of.extend({ words: ChallengeWords.nullable() }))
  .output(Recorded)
  .mutation(({ ctx, input }) => record(ctx, { ...input, act: 'accept' }))

/**
 * Presses on, because the answer is not enough: the area owes another, within the same time anew.
 * @throws Refusal `not-allowed-in-this-state` before there is an answer, `stale`, `identifiers-in-note`, `not-found`
 */
export const pressChallenge = requires('challenge:raise')
  .input(Of.extend({ words: ChallengeWords }))
  .output(Recorded)
  .mutation(({ ctx, input }) => record(ctx, { ...input, act: 'press' }))
