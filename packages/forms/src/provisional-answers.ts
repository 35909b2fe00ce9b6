import { type Answer, type Answers, NOT_KNOWN, type Row } from './answer.ts'
import type { DateQuestion, Item, Question } from './compiled-form.ts'
import { fieldName } from './field-name.ts'
import type { Entry } from './page-field.ts'
import { isBlank, readAnswer } from './read-answer.ts'
import { fieldNames, type Typed } from './submitted-body.ts'

/** Whether a date lies in the future is for the submission to say. */
const LAST_DAY = '9999-12-31'

/** How many entries of a repeating group were typed. */
export function typedRows(group: string, typed: Typed): number {
  let rows = 0
  for (const name of Object.keys(typed)) {
    if (!name.startsWith(`${group}[`)) continue
    rows = Math.max(rows, Number.parseInt(name.slice(group.length + 1), 10) + 1)
  }
  return rows
}

/** The date typed, for an age to be judged by; text that no age counts from when it is not a date yet. */
function provisionalDate(question: DateQuestion, typed: Typed, entry: Entry | undefined): Answer {
  const posted = (suffix: string) => typed[fieldName(`${question.linkId}${suffix}`, entry)]
  const read = readAnswer(question, posted, LAST_DAY)
  return read.is === 'answer' ? read.answer : 'typed'
}

function provisional(question: Question, typed: Typed, entry?: Entry): Answer | undefined {
  const names = fieldNames(question).map((field) => fieldName(field, entry))
  if (names.every((name) => isBlank(typed[name]))) return undefined
  if (question.kind === 'date') return provisionalDate(question, typed, entry)
  if (question.kind !== 'choice') return 'typed'
  const value = typed[fieldName(question.linkId, entry)] ?? []
  const codes = typeof value === 'string' ? [value] : value
  return codes.includes(NOT_KNOWN) ? { notKnown: true } : codes
}

/**
 * Enough of what was typed to judge conditions when a refused page is shown again: the choices made, dates, and whether
 * anything was typed elsewhere. Never to be stored.
 */
export function provisionalAnswers(items: readonly Item[], typed: Typed, stored: Answers): Answers {
  const answers: Answers = { ...stored }
  for (const item of items) {
    delete answers[item.linkId]
    if (item.kind === 'note') continue
    if (item.kind !== 'group') {
      const answer = provisional(item, typed)
      if (answer !== undefined) answers[item.linkId] = answer
      continue
    }
    const rows: Row[] = []
    for (let row = 0; row < Math.min(typedRows(item.linkId, typed), item.maxOccurs); row += 1) {
      const kept: Row = {}
      for (const question of item.questions) {
        const answer = provisional(question, typed, { group: item.linkId, row })
        if (answer !== undefined) kept[question.linkId] = answer
      }
      rows.push(kept)
    }
    answers[item.linkId] = rows
  }
  return answers
}
