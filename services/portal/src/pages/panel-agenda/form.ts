import { AgendaMinutes, AgendaMove, CaseId } from '@cdop/domain'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'

/** The field of a case's minutes, which is its element too. */
export const minutesField = (caseId: CaseId) => `minutes-${caseId}`

type Item = { readonly caseId: CaseId; readonly reference: string }

/** The minutes typed for each case of an agenda. */
export function readMinutes(form: PostedForm, agenda: readonly Item[]) {
  const errors: ErrorItem[] = []
  const minutes = agenda.flatMap(({ caseId, reference }) => {
    const typed = form.text(minutesField(caseId)).trim()
    const read = AgendaMinutes.safeParse(/^\d{1,4}$/.test(typed) ? Number(typed) : null)
    if (read.success) return [{ caseId, minutes: read.data }]
    const text =
      typed === ''
        ? `Enter how many minutes case ${reference} has`
        : `Minutes of case ${reference} must be a whole number from 1 to 480`
    errors.push({ text, href: `#${minutesField(caseId)}` })
    return []
  })
  return { minutes, errors }
}

/** Which case the pressed button moves, and where to; null when it only saves the minutes. */
export function readMove(action: string): { caseId: CaseId; move: AgendaMove } | null {
  const [where, id] = action.split(' ')
  const move = AgendaMove.safeParse(where)
  const caseId = CaseId.safeParse(id)
  return move.success && caseId.success ? { caseId: caseId.data, move: move.data } : null
}
