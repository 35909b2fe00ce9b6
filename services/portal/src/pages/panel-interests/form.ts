import { CaseId, ConflictOutcome, Refusal } from '@cdop/domain'
import type { PostedForm } from '../../page/posted-form.ts'

/** The case somebody answers for, and what: the button they pressed. @throws Refusal `unreadable` for a form that is not ours */
export function readAnswer(form: PostedForm): { caseId: CaseId; outcome: ConflictOutcome } {
  const caseId = CaseId.safeParse(form.text('case'))
  const outcome = ConflictOutcome.safeParse(form.action)
  if (!caseId.success || !outcome.success) throw new Refusal('unreadable')
  return { caseId: caseId.data, outcome: outcome.data }
}
