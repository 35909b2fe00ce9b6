import { type Answer, type Answers, answerTo, rowsOf } from './answer.ts'
import type { Item, Question, RepeatingGroup } from './compiled-form.ts'
import { openPaths, pathIn } from './visibility.ts'

/** One question in one place, with its answer. */
export interface AskedQuestion {
  path: string
  question: Question
  answer: Answer | undefined
  /** With these answers the form asks it. */
  asked: boolean
  entry?: { group: RepeatingGroup; row: number }
}

/**
 * Every question of the items with its answer: those of a repeating group once per entry, and not at all while it
 * has none.
 */
export function askedQuestions(items: readonly Item[], answers: Answers): AskedQuestion[] {
  const open = openPaths(items, answers)
  const found: AskedQuestion[] = []
  for (const item of items) {
    if (item.kind === 'note') continue
    if (item.kind !== 'group') {
      const answer = answerTo(answers, item.linkId)
      found.push({ path: item.linkId, question: item, answer, asked: open.has(item.linkId) })
      continue
    }
    rowsOf(answers, item.linkId).forEach((row, index) => {
      for (const question of item.questions) {
        const path = pathIn(item.linkId, index, question.linkId)
        const entry = { group: item, row: index }
        found.push({ path, question, answer: row[question.linkId], asked: open.has(path), entry })
      }
    })
  }
  return found
}
