import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, DocumentId, FamilyQuestionId, InformationRequestId } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { partIn, statutoryForms, versionChanges } from '@cdop/forms'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import { findDocument } from '../document/document-rows.ts'
import { findQuestion } from '../family/question-store.ts'
import { findRequest } from '../information-request/request-store.ts'
import { findReturn, ReturnedFormName } from '../returned-form/returned-form-store.ts'

/** What stands under a caveat. */
export const CaveatTarget = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('return'),
    informationRequestId: InformationRequestId,
    form: ReturnedFormName,
    /** A question, group or section of the form; null for all of it. */
    part: z.string().min(1).max(64).nullable(),
  }),
  z.strictObject({ of: z.literal('document'), documentId: DocumentId }),
  /** The answer to what a family asked. */
  z.strictObject({ of: z.literal('family-question'), familyQuestionId: FamilyQuestionId }),
])
export type CaveatTarget = z.infer<typeof CaveatTarget>

/** Which of the child's cases it belongs to, and the version of the form in which its part is then named. */
export type FoundTarget = {
  readonly caseId: CaseId
  readonly target: CaveatTarget
  readonly formVersion: string | null
}

/**
 * What is to stand under a caveat, if a case, or one merged into it, has it; null when none has. A part of a form may be named as
 * in any version of it: the collated record shows what was returned in today's.
 */
export async function findTarget(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  { caseIds }: Pick<CaseRow, 'caseIds'>,
  target: CaveatTarget,
): Promise<FoundTarget | null> {
  const own = (of: { caseId: CaseId } | null) => (of !== null && caseIds.includes(of.caseId) ? of : null)
  switch (target.of) {
    case 'return': {
      const { informationRequestId, form, part } = target
      const request = own(await findRequest(tx, areaId, informationRequestId))
      if (request === null) return null
      const { caseId } = request
      const returned = await findReturn(tx, keys, { areaId, caseId, informationRequestId })
      const found = returned?.forms.find(({ name }) => name === form)
      if (found === undefined) return null
      const named = part === null ? null : partIn(statutoryForms, versionChanges, found.form, part)
      if (part !== null && named === null) return null
      return { caseId, target: { ...target, part: named }, formVersion: found.form.version }
    }
    case 'document': {
      const document = own(await findDocument(tx, areaId, target.documentId))
      return document && { caseId: document.caseId, target, formVersion: null }
    }
    case 'family-question': {
      const question = await findQuestion(tx, areaId, caseIds, target.familyQuestionId)
      return question && { caseId: question.caseId, target, formVersion: null }
    }
  }
}
