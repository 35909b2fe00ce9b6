import { AreaId, ChallengeId, pointersIn, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { challengesOf } from '../challenge/challenge-store.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { AssuranceWords, addStatement, CorrectionReason, lockYear, statementsOn } from './assurance-store.ts'

const Signed = z.strictObject({ version: z.int().positive() })

/**
 * Signs a statement on a reporting year that is over, or, with a reason, one that takes the place of the one before. It names
 * every challenge that is not settled, as the scrutineer saw them.
 * @throws Refusal `date-in-future` for a year that still runs; `stale` when another version was signed or a challenge has moved
 * since; `invalid-answers` for a first one with a reason or a later one without; `identifiers-in-note`
 */
export const signAssurance = requires('assurance:sign')
  .input(
    z.strictObject({
      areaId: AreaId,
      year: ReportingYearCode,
      /** The newest version as it was looked at; 0 when there was none. */
      version: z.int().nonnegative(),
      words: AssuranceWords,
      reason: CorrectionReason.nullable(),
      /** The challenges that were not settled, as they were looked at. */
      openChallenges: z.array(ChallengeId),
      key: AttemptKey,
    }),
  )
  .output(Signed)
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, year, version, words, reason, openChallenges } = input
    const today = parts.clock.today()
    if (reportingYearFrom(year).end >= today) throw new Refusal('date-in-future', ['year'])
    if ((version === 0) !== (reason === null)) throw new Refusal('invalid-answers', ['reason'])
    const found = pointersIn(`${words}\n${reason ?? ''}`)
    if (found.length > 0) throw new Refusal('identifiers-in-note', found)
    const change = { procedure: 'assurance.sign', areaId, input, outcome: Signed }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await lockYear(tx, areaId, year)
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const [newest] = await statementsOn(tx, cipher, areaId, year)
      if ((newest?.version ?? 0) !== version) throw new Refusal('stale')
      const unsettled = (await challengesOf(tx, areaId)).filter(({ state }) => state !== 'accepted')
      const seen = new Set(openChallenges)
      if (unsettled.length !== seen.size || !unsettled.every(({ challengeId }) => seen.has(challengeId)))
        throw new Refusal('stale')
      await addStatement(tx, cipher, areaId, {
        year,
        version: version + 1,
        words,
        reason,
        openChallenges,
        signedBy: by,
        signedOn: today,
        signedAt: parts.clock.now(),
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'assurance.sign',
        object: { kind: 'assurance', id: year },
      })
      return { version: version + 1 }
    })
  })
