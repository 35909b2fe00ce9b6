import { type Answers, isNotKnown } from './answer.ts'
import { answerText } from './answer-text.ts'
import { askedQuestions } from './asked-questions.ts'
import { type CompiledForm, itemsOf } from './compiled-form.ts'

/** One answer a panel may read, as codes or a number and in words. */
export interface AnswerInCodes {
  question: string
  codes: string[]
  number: number | null
  label: string
  answer: string
}

/**
 * What is answered of the questions marked for the panel, of which `compile` makes sure that their answers are coded or
 * counted. A blank and "I do not know" are not among them; nor is what stands in a list of entries.
 */
export function codedAnswers(form: CompiledForm, answers: Answers): AnswerInCodes[] {
  return askedQuestions(itemsOf(form), answers).flatMap(({ question, answer, asked, entry }) => {
    if (!asked || !question.panel || entry !== undefined) return []
    if (answer === undefined || (typeof answer === 'object' && isNotKnown(answer))) return []
    const codes = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : []
    const number = typeof answer === 'number' ? answer : null
    const { linkId, text } = question
    return [{ question: linkId, codes, number, label: text, answer: answerText(question, answer) }]
  })
}
