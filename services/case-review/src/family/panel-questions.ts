import type { Db } from '@cdop/database'
import { type AreaId, isUnanswered } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import type { CaseRow } from '../case/case-store.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { isKeptFromPanel } from '../caveat/withhold.ts'
import { type FamilyQuestion, familyQuestionsOf } from './question-store.ts'

/** How a question stands before a panel. */
export type PanelQuestion = FamilyQuestion & { readonly standing: 'open' | 'answered' | 'left-open' }

/**
 * What a family asks of the panel, opened, the oldest first: not what it no longer wants an answer to, nor what stands under
 * a caveat for the panel.
 */
export async function panelQuestionsOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  { caseIds }: Pick<CaseRow, 'caseIds'>,
): Promise<PanelQuestion[]> {
  const caveats = await caveatsOf(tx, areaId, caseIds)
  return (await familyQuestionsOf(tx, keys, areaId, caseIds))
    .filter(
      ({ body, leftOpen, familyQuestionId }) =>
        body === 'panel' &&
        leftOpen?.reason !== 'family-withdrew-it' &&
        !isKeptFromPanel(familyQuestionId, caveats),
    )
    .map((question) => ({ ...question, standing: standingOf(question) }))
}

function standingOf({ answers, leftOpen }: FamilyQuestion): PanelQuestion['standing'] {
  if (isUnanswered({ answered: answers.length > 0, leftOpen: leftOpen?.reason ?? null })) return 'open'
  return answers.length > 0 ? 'answered' : 'left-open'
}

/** How many questions a panel has to answer the family on a case, and how many of them it has not. */
export async function askedOfPanel(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  found: Pick<CaseRow, 'caseIds'>,
): Promise<{ asked: number; open: number }> {
  const questions = await panelQuestionsOf(tx, keys, areaId, found)
  return { asked: questions.length, open: questions.filter(({ standing }) => standing === 'open').length }
}
