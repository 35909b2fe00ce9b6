import {
  type CaveatAudience,
  CaveatId,
  CaveatKind,
  type DocumentId,
  type FamilyQuestionId,
  type InformationRequestId,
  keptFrom,
  londonDate,
  type PlainDate,
} from '@cdop/domain'
import {
  type CompiledForm,
  questionsOfPart,
  statutoryForms,
  versionChanges,
  type WithheldAnswers,
  withholdAnswers,
} from '@cdop/forms'
import { z } from 'zod'
import type { Return, ReturnedFormName } from '../returned-form/returned-form-store.ts'
import type { CaveatRow } from './caveat-store.ts'

/** That something the office reads stands under a caveat. */
export const CaveatMark = z.strictObject({ caveatId: CaveatId, kind: CaveatKind })
export type CaveatMark = z.infer<typeof CaveatMark>

/** One form of a return, read in whatever version. */
type FormOfReturn = {
  readonly informationRequestId: InformationRequestId
  readonly name: ReturnedFormName
  readonly form: CompiledForm
}

/** The questions and groups of one form of a return that a caveat holds for: in every version of what was returned. */
function questionsUnder(
  { informationRequestId, name, form }: FormOfReturn,
  caveat: CaveatRow,
): readonly string[] {
  const { target, formVersion } = caveat
  if (target.of !== 'return' || formVersion === null) return []
  if (target.informationRequestId !== informationRequestId || target.form !== name) return []
  return questionsOfPart(statutoryForms, versionChanges, form, { version: formVersion, part: target.part })
}

/** The caveats that stand over each question of one form of a return: for the office, which sees the answers too. */
export function marksOn(of: FormOfReturn, caveats: readonly CaveatRow[]): ReadonlyMap<string, CaveatMark[]> {
  const marks = new Map<string, CaveatMark[]>()
  for (const caveat of caveats) {
    if (caveat.liftedOn !== null) continue
    const { caveatId, kind } = caveat
    for (const linkId of questionsUnder(of, caveat)) {
      marks.set(linkId, [...(marks.get(linkId) ?? []), { caveatId, kind }])
    }
  }
  return marks
}

/** What of one form of a return an audience is shown, and the questions where it is told that something is withheld. */
export function shownOf(
  audience: CaveatAudience,
  informationRequestId: InformationRequestId,
  { name, form, answers }: Return['forms'][number],
  caveats: readonly CaveatRow[],
): WithheldAnswers {
  const of = { informationRequestId, name, form }
  const under = keptFrom(audience, caveats).flatMap((caveat) => questionsUnder(of, caveat))
  return withholdAnswers(form, answers, [...new Set(under)])
}

/** Since which day the answer to what a family asked must not be told; null when it may be. */
export function keptFromFamilySince(
  familyQuestionId: FamilyQuestionId,
  caveats: readonly CaveatRow[],
): PlainDate | null {
  const [first] = keptFrom('family', caveats)
    .filter(({ target }) => target.of === 'family-question' && target.familyQuestionId === familyQuestionId)
    .map(({ recordedAt }) => londonDate(recordedAt))
    .sort()
  return first ?? null
}

/** Whether the answer to what a family asked must not be told yet. */
export function isKeptFromFamily(familyQuestionId: FamilyQuestionId, caveats: readonly CaveatRow[]): boolean {
  return keptFromFamilySince(familyQuestionId, caveats) !== null
}

/** Whether what a family asked must not come before a panel. */
export function isKeptFromPanel(familyQuestionId: FamilyQuestionId, caveats: readonly CaveatRow[]): boolean {
  return keptFrom('panel', caveats).some(
    ({ target }) => target.of === 'family-question' && target.familyQuestionId === familyQuestionId,
  )
}

/** The caveats that stand over a document: for the office, which opens it all the same. */
export function marksOfDocument(documentId: DocumentId, caveats: readonly CaveatRow[]): CaveatMark[] {
  return caveats.flatMap(({ caveatId, kind, target, liftedOn }) =>
    liftedOn === null && target.of === 'document' && target.documentId === documentId
      ? [{ caveatId, kind }]
      : [],
  )
}
