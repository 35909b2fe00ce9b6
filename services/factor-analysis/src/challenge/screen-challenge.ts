import { type AreaId, type ChallengeSubject, mayDo, pointersIn, Refusal } from '@cdop/domain'
import { type Asking, linkedCases, screenWords } from '../recommendation/linked-cases.ts'

/**
 * Looks through what somebody says in a challenge. Whoever may know who a child is has it held against the children the
 * recommendation came from; for nobody else, who would learn from what is found which child it was.
 * @throws Refusal `identifiers-in-note` naming the kinds found, never what was found
 */
export async function screenChallenge(
  asking: Asking,
  areaId: AreaId,
  subject: ChallengeSubject,
  words: string,
): Promise<void> {
  const found = pointersIn(words)
  if (found.length > 0) throw new Refusal('identifiers-in-note', found)
  if (!('recommendationId' in subject) || !mayDo(asking.actor, 'identity:screen')) return
  const { recommendationId } = subject
  const { actor, parts } = asking
  const caseIds = await parts.database.transaction(actor, (tx) => linkedCases(tx, areaId, recommendationId))
  await screenWords(asking, areaId, caseIds, [words])
}
