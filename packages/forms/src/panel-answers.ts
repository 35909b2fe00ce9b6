import type { Answers } from './answer.ts'
import { answerText } from './answer-text.ts'
import { askedQuestions } from './asked-questions.ts'
import { type CompiledForm, itemsOf } from './compiled-form.ts'

export interface PanelAnswer {
  label: string
  answer: string
}

/**
 * What a panel member may read: only questions marked for the panel, which `compile` allows only for coded and
 * counted answers, so no free text or identifier can get here. Says "Not provided" for what was left blank.
 */
export function panelAnswers(form: CompiledForm, answers: Answers): PanelAnswer[] {
  return askedQuestions(itemsOf(form), answers)
    .filter(({ asked, question }) => asked && question.panel)
    .map(({ question, answer, entry }) => ({
      label: entry ? `${entry.group.name} ${entry.row + 1}: ${question.text}` : question.text,
      answer: answerText(question, answer),
    }))
}
