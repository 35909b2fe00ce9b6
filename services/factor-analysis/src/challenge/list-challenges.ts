import { AreaId, ChallengeCounts, challengeCounts, isChallengeOverdue, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { Challenge, ChallengeWords, challengeEntries, challengesOf } from './challenge-store.ts'
import { namedSubject, SubjectName } from './challenge-subject.ts'

const rank = (overdue: boolean, state: Challenge['state']) =>
  overdue ? 0 : state === 'open' ? 1 : state === 'answered' ? 2 : 3

/** The challenges of an area: what is owed longest first, what is settled last. Audited first. */
export const listChallenges = requires('challenge:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(
    z.strictObject({
      counts: ChallengeCounts,
      rows: z.array(
        Challenge.extend({
          about: SubjectName,
          overdue: z.boolean(),
          /** What was raised. */
          words: ChallengeWords.nullable(),
        }),
      ),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    const today = parts.clock.today()
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'challenge.list',
        object: { kind: 'area', id: areaId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const found = await challengesOf(tx, areaId)
      const rows = []
      for (const challenge of found) {
        const [raised] = await challengeEntries(tx, cipher, areaId, challenge.challengeId)
        rows.push({
          ...challenge,
          about: await namedSubject(tx, areaId, challenge.subject),
          overdue: isChallengeOverdue(challenge, today),
          words: raised?.words ?? null,
        })
      }
      rows.sort(
        (a, b) =>
          rank(a.overdue, a.state) - rank(b.overdue, b.state) ||
          (a.state === 'open' ? a.dueOn.localeCompare(b.dueOn) : 0),
      )
      return { counts: challengeCounts(found, today), rows }
    })
  })
