import { ageHolds } from './age-condition.ts'
import { type Answer, type Answers, answerTo, isNotKnown, NOT_KNOWN, type Row, rowsOf } from './answer.ts'
import {
  type CompiledForm,
  type Condition,
  type Gate,
  type Item,
  itemsOf,
  type Question,
} from './compiled-form.ts'

/** The codes a condition compares with; "I do not know" counts as one. */
function codesOf(answer: Answer | undefined): string[] {
  if (answer === undefined) return []
  if (Array.isArray(answer)) return answer
  return [isNotKnown(answer) ? NOT_KNOWN : String(answer)]
}

function holds(condition: Condition, find: (linkId: string) => Answer | undefined): boolean {
  if ('unit' in condition) return ageHolds(condition, find)
  const answer = find(condition.linkId)
  switch (condition.operator) {
    case 'exists':
      return (answer !== undefined) === condition.exists
    case '=':
      return codesOf(answer).includes(condition.code)
    case '!=':
      return answer !== undefined && !codesOf(answer).includes(condition.code)
  }
}

/** Whether every gate is open, given how to look an answer up. An unanswered question opens nothing but "not exists". */
export function isOpen(gates: readonly Gate[], find: (linkId: string) => Answer | undefined): boolean {
  return gates.every((gate) =>
    gate.any
      ? gate.conditions.some((condition) => holds(condition, find))
      : gate.conditions.every((condition) => holds(condition, find)),
  )
}

/** Where a question of a repeating group's entry stands: `agencies[0].agency-name`. */
export function pathIn(group: string, row: number, linkId: string): string {
  return `${group}[${row}].${linkId}`
}

/** The answers a condition may look at: those of the entry first, then the form's. */
export function lookup(answers: Answers, row?: Row): (linkId: string) => Answer | undefined {
  return (linkId) => row?.[linkId] ?? answerTo(answers, linkId)
}

function rowWithoutHidden(questions: readonly Question[], answers: Answers, row: Row): Row {
  const kept: Row = {}
  for (const question of questions) {
    const answer = row[question.linkId]
    if (answer !== undefined && isOpen(question.gates, lookup(answers, kept))) kept[question.linkId] = answer
  }
  return kept
}

/**
 * The answers without those to questions that are not asked, in the order of the form. An answer that goes takes
 * along what depended on it.
 */
export function withoutHidden(items: readonly Item[], answers: Answers): Answers {
  const kept: Answers = {}
  for (const item of items) {
    const value = answers[item.linkId]
    if (item.kind === 'note' || value === undefined || !isOpen(item.gates, lookup(kept))) continue
    if (item.kind !== 'group') {
      kept[item.linkId] = value
      continue
    }
    const rows = rowsOf(answers, item.linkId)
      .map((row) => rowWithoutHidden(item.questions, kept, row))
      .filter((row) => Object.keys(row).length > 0)
    if (rows.length > 0) kept[item.linkId] = rows
  }
  return kept
}

/** Everything asked, by path: a linkId, or `group[0].linkId` inside an entry. */
export function openPaths(items: readonly Item[], answers: Answers): Set<string> {
  const kept = withoutHidden(items, answers)
  const open = new Set<string>()
  for (const item of items) {
    if (!isOpen(item.gates, lookup(kept))) continue
    open.add(item.linkId)
    if (item.kind !== 'group') continue
    rowsOf(answers, item.linkId).forEach((row, index) => {
      const keptRow = rowWithoutHidden(item.questions, kept, row)
      for (const question of item.questions) {
        if (isOpen(question.gates, lookup(kept, keptRow)))
          open.add(pathIn(item.linkId, index, question.linkId))
      }
    })
  }
  return open
}

/** The paths of everything the form asks, given these answers: `linkId`, or `group[0].linkId` inside an entry. */
export function visible(form: CompiledForm, answers: Answers): ReadonlySet<string> {
  return openPaths(itemsOf(form), answers)
}
