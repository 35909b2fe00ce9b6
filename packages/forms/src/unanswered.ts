import { type Answers, rowsOf } from './answer.ts'
import { type CompiledForm, itemsOf } from './compiled-form.ts'
import { openPaths, pathIn } from './visibility.ts'

/**
 * What the form asks with these answers, requires and did not get: `linkId`, or `group[0].linkId` inside an entry. Empty
 * for answers that are complete.
 */
export function unanswered(form: CompiledForm, answers: Answers): string[] {
  const items = itemsOf(form)
  const open = openPaths(items, answers)
  return items.flatMap((item) => {
    if (item.kind === 'note' || !open.has(item.linkId)) return []
    if (answers[item.linkId] === undefined) return item.required ? [item.linkId] : []
    if (item.kind !== 'group') return []
    return rowsOf(answers, item.linkId).flatMap((row, index) =>
      item.questions
        .filter(({ linkId, required }) => required && row[linkId] === undefined)
        .map(({ linkId }) => pathIn(item.linkId, index, linkId))
        .filter((path) => open.has(path)),
    )
  })
}

/**
 * The answers as the rules may read them while some are still to come: a required question nobody has answered is not
 * known, wherever the form has a word for that. Never to be stored: "I do not know" is an answer, and nobody gave it.
 */
export function readAsNotKnown(form: CompiledForm, answers: Answers): Answers {
  const offering = new Set(
    itemsOf(form).flatMap((item) =>
      item.kind !== 'note' && item.kind !== 'group' && item.notKnown ? [item.linkId] : [],
    ),
  )
  let read = answers
  for (;;) {
    // What is not known may open further questions, and they are not known either.
    const missing = unanswered(form, read).filter((linkId) => offering.has(linkId))
    if (missing.length === 0) return read
    read = { ...read, ...Object.fromEntries(missing.map((linkId) => [linkId, { notKnown: true as const }])) }
  }
}
