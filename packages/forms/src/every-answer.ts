import { type Answers, answerTo, rowsOf } from './answer.ts'
import { answerText } from './answer-text.ts'
import { type CompiledForm, itemsOf } from './compiled-form.ts'
import { pathIn } from './visibility.ts'

/** An answer in words, with its question and where it stands. */
export type AnswerInWords = {
  /** Unique in the form: the linkId, or `group[0].linkId` inside an entry. */
  readonly path: string
  readonly label: string
  readonly answer: string
}

/** Every answer there is, in the form's order: also those whose question is not asked with these answers. */
export function everyAnswer(form: CompiledForm, answers: Answers): AnswerInWords[] {
  return itemsOf(form).flatMap((item): AnswerInWords[] => {
    if (item.kind === 'note') return []
    if (item.kind !== 'group') {
      const answer = answerTo(answers, item.linkId)
      if (answer === undefined) return []
      return [{ path: item.linkId, label: item.text, answer: answerText(item, answer) }]
    }
    return rowsOf(answers, item.linkId).flatMap((row, at) =>
      item.questions.flatMap((question) => {
        const answer = row[question.linkId]
        if (answer === undefined) return []
        return [
          {
            path: pathIn(item.linkId, at, question.linkId),
            label: `${item.name} ${at + 1}: ${question.text}`,
            answer: answerText(question, answer),
          },
        ]
      }),
    )
  })
}
