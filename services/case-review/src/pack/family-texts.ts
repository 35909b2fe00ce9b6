import type { Db } from '@cdop/database'
import { type AreaId, FamilyQuestionId } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import { panelQuestionsOf } from '../family/panel-questions.ts'
import { sourceKey } from './narratives.ts'
import type { CompiledNarrative } from './pack-case-store.ts'

/** How a question of the family stands before the panel. */
export const QuestionStanding = z.enum(['open', 'answered', 'left-open'])

/** What opens a case in a released pack: de-identified, as everything written in it. */
export const FamilyTexts = z.strictObject({
  /** Who the child was, in the family's words; null where the family told nothing, does not wish it, or changed it since. */
  portrait: z.string().nullable(),
  questions: z.array(
    z.strictObject({ familyQuestionId: FamilyQuestionId, text: z.string(), standing: QuestionStanding }),
  ),
  /** How many questions to the panel came since the pack was built: their words are not in it. */
  since: z.int().nonnegative(),
})
export type FamilyTexts = z.infer<typeof FamilyTexts>

/**
 * What of the family's words a released pack holds and may still be read: what it withdrew, or what came under a caveat since,
 * is not there.
 * @param now the mark of each text as it stands
 */
export async function familyTexts(
  tx: Db,
  keys: KeyProvider,
  { areaId, found }: { areaId: AreaId; found: Pick<CaseRow, 'caseIds'> },
  { compiled, now }: { compiled: readonly CompiledNarrative[]; now: ReadonlyMap<string, string> },
): Promise<FamilyTexts> {
  const current = new Map(
    compiled
      .filter(({ source, mark }) => now.get(sourceKey(source)) === mark)
      .map(({ source, text }) => [sourceKey(source), text]),
  )
  const asked = await panelQuestionsOf(tx, keys, areaId, found)
  const questions = asked.flatMap(({ familyQuestionId, standing }) => {
    const text = current.get(sourceKey({ of: 'family-question', familyQuestionId }))
    return text === undefined ? [] : [{ familyQuestionId, text, standing }]
  })
  return {
    portrait: current.get(sourceKey({ of: 'portrait' })) ?? null,
    questions,
    since: asked.length - questions.length,
  }
}
