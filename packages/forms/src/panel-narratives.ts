import type { Answers } from './answer.ts'
import { askedQuestions } from './asked-questions.ts'
import { type CompiledForm, itemsOf } from './compiled-form.ts'

/** A free-text answer a panel may read, but never as it stands here. */
export interface PanelNarrative {
  /** Where it stands in the form: the question, and its entry in a group that repeats. */
  path: string
  label: string
  /** As it was written: identifying. */
  text: string
}

/**
 * The free-text answers of which a panel may read a de-identified text: only of questions the form marks as a narrative for
 * the panel, that are asked and answered. Give it what is left once answers under a caveat were taken out.
 */
export function panelNarratives(form: CompiledForm, answers: Answers): PanelNarrative[] {
  return askedQuestions(itemsOf(form), answers).flatMap(({ path, question, answer, asked, entry }) => {
    if (!asked || question.kind !== 'text' || question.panelNarrative !== true) return []
    if (typeof answer !== 'string' || answer.trim() === '') return []
    const label = entry ? `${entry.group.name} ${entry.row + 1}: ${question.text}` : question.text
    return [{ path, label, text: answer }]
  })
}
