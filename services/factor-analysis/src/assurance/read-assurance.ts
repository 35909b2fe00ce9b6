import { AreaId, requireArea } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { Challenge, challengesOf } from '../challenge/challenge-store.ts'
import { requires } from '../rpc.ts'
import { AssuranceStatement, SignedYear, signedYears, statementsOn } from './assurance-store.ts'

const Named = Challenge.pick({ challengeId: true, reference: true, state: true })

/**
 * What a scrutineer states about a reporting year of an area, every version with the challenges that were not settled then; and
 * those that are not settled now. Audited first.
 */
export const readAssurance = requires('assurance:read')
  .input(z.strictObject({ areaId: AreaId, year: ReportingYearCode }))
  .output(
    z.strictObject({
      /** The newest first. */
      statements: z.array(AssuranceStatement.extend({ openChallenges: z.array(Named) })),
      unsettled: z.array(Named),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, year } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'assurance.read',
        object: { kind: 'assurance', id: year },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const challenges = (await challengesOf(tx, areaId)).map(({ challengeId, reference, state }) => ({
        challengeId,
        reference,
        state,
      }))
      const statements = await statementsOn(tx, cipher, areaId, year)
      return {
        statements: statements.map((statement) => ({
          ...statement,
          openChallenges: challenges.filter(({ challengeId }) =>
            statement.openChallenges.includes(challengeId),
          ),
        })),
        unsettled: challenges.filter(({ state }) => state !== 'accepted'),
      }
    })
  })

/** Of which years of an area there is a statement, the newest year first. Nothing of what it says. */
export const listAssurance = requires('assurance:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ signed: z.array(SignedYear) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({ signed: await signedYears(tx, areaId) }))
  })
