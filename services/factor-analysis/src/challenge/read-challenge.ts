import { AreaId, ChallengeId, isChallengeOverdue, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { Challenge, ChallengeEntry, challengeEntries, findChallenge } from './challenge-store.ts'
import { namedSubject, SubjectName } from './challenge-subject.ts'

/** A challenge with everything that was said. Audited first. @throws Refusal `not-found` */
export const readChallenge = requires('challenge:read')
  .input(z.strictObject({ areaId: AreaId, challengeId: ChallengeId }))
  .output(
    z.strictObject({
      challenge: Challenge,
      about: SubjectName,
      overdue: z.boolean(),
      entries: z.array(ChallengeEntry),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, challengeId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const challenge = await findChallenge(tx, areaId, challengeId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'challenge.read',
        object: { kind: 'challenge', id: challengeId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      return {
        challenge,
        about: await namedSubject(tx, areaId, challenge.subject),
        overdue: isChallengeOverdue(challenge, parts.clock.today()),
        entries: await challengeEntries(tx, cipher, areaId, challengeId),
      }
    })
  })
