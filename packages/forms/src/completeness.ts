import { type Answers, isNotKnown, rowsOf } from './answer.ts'
import { askedQuestions } from './asked-questions.ts'
import { type CompiledForm, itemsOf } from './compiled-form.ts'
import { openPaths } from './visibility.ts'

/** "Not known" was considered and answered; "blank" was not. */
export type AnswerStatus = 'answered' | 'not-known' | 'blank' | 'not-asked'

export interface ItemStatus {
  /** The linkId, or `group[0].linkId` inside an entry. */
  path: string
  linkId: string
  section: string
  required: boolean
  /** The review rests on it. */
  critical: boolean
  status: AnswerStatus
}

/** A repeating group counts as one item, and each question of each of its entries as another. */
export function completeness(form: CompiledForm, answers: Answers): ItemStatus[] {
  const items = itemsOf(form)
  const open = openPaths(items, answers)
  const groups = items.flatMap((item): ItemStatus[] => {
    if (item.kind !== 'group') return []
    const filled = rowsOf(answers, item.linkId).length > 0 ? 'answered' : 'blank'
    const status = open.has(item.linkId) ? filled : 'not-asked'
    const { linkId, section, required, critical } = item
    return [{ path: linkId, linkId, section, required, critical, status }]
  })
  const questions = askedQuestions(items, answers).map(({ path, question, answer, asked }): ItemStatus => {
    const { linkId, section, required, critical } = question
    const given = answer === undefined ? 'blank' : isNotKnown(answer) ? 'not-known' : 'answered'
    return { path, linkId, section, required, critical, status: asked ? given : 'not-asked' }
  })
  return [...questions, ...groups]
}
