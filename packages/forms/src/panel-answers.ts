import type { Answers } from './answer.ts'
import { answerText } from './answer-text.ts'
import { WITHHELD } from './answer-words.ts'
import { type AskedQuestion, askedQuestions } from './asked-questions.ts'
import { type CompiledForm, type Item, itemsOf } from './compiled-form.ts'

export interface PanelAnswer {
  label: string
  answer: string
  /** What is answered stands under a caveat: `answer` says only that something is withheld. */
  withheld: boolean
}

/** A question or group that holds something a panel member would read. */
const isForPanel = (item: Item) =>
  item.kind === 'group' ? item.questions.some(({ panel }) => panel) : item.kind !== 'note' && item.panel

function panelAnswer({ question, answer, entry }: AskedQuestion): PanelAnswer {
  const label = entry ? `${entry.group.name} ${entry.row + 1}: ${question.text}` : question.text
  return { label, answer: answerText(question, answer), withheld: false }
}

/**
 * What a panel member may read: only questions marked for the panel, which `compile` allows only for coded and
 * counted answers, so no free text or identifier can get here. Says "Not provided" for what was left blank, and of what
 * was taken out by `withholdAnswers` that something is withheld.
 */
export function panelAnswers(
  form: CompiledForm,
  answers: Answers,
  withheld: readonly string[] = [],
): PanelAnswer[] {
  const every = askedQuestions(itemsOf(form), answers).filter(
    ({ asked, question }) => asked && question.panel,
  )
  return itemsOf(form).flatMap((item) => {
    if (item.kind === 'note') return []
    if (withheld.includes(item.linkId)) {
      return isForPanel(item) ? [{ label: item.text, answer: WITHHELD, withheld: true }] : []
    }
    return every
      .filter(({ question, entry }) => (entry ? entry.group.linkId : question.linkId) === item.linkId)
      .map(panelAnswer)
  })
}
