import { z } from 'zod'
import { type Answers, rowsOf } from './answer.ts'
import { answerText, type OptionsFor } from './answer-text.ts'
import { NOT_PROVIDED, WITHHELD } from './answer-words.ts'
import { type AskedQuestion, askedQuestions } from './asked-questions.ts'
import { type CompiledForm, itemsOf } from './compiled-form.ts'
import { openPaths } from './visibility.ts'

/** One question of a summary with its answer in words, fit to travel between services. */
export const SummaryRow = z.strictObject({
  label: z.string(),
  answer: z.string(),
  linkId: z.string(),
  /** Unique on the page: the linkId, or `group[0].linkId` inside an entry. */
  path: z.string(),
  /** The entry of a repeating group it belongs to, such as "Agency 1". */
  entry: z.strictObject({ linkId: z.string(), row: z.int(), label: z.string() }).exactOptional(),
})
export type SummaryRow = z.infer<typeof SummaryRow>

export const SummarySection = z.strictObject({
  linkId: z.string(),
  title: z.string(),
  rows: z.array(SummaryRow),
})
export type SummarySection = z.infer<typeof SummarySection>

function summaryRow({ path, question, answer, entry }: AskedQuestion, optionsFor: OptionsFor): SummaryRow {
  const text = answerText(question, answer, optionsFor)
  const row: SummaryRow = { label: question.text, answer: text, linkId: question.linkId, path }
  if (!entry) return row
  const label = `${entry.group.name} ${entry.row + 1}`
  return { ...row, entry: { linkId: entry.group.linkId, row: entry.row, label } }
}

/**
 * Check-answers and summary lists: what is asked, in the form's order, with "Not provided" for what was skipped
 * and "I do not know" for what is not known, and of what was taken out by `withholdAnswers` that something is withheld.
 * Sections of which nothing is asked are left out.
 */
export function summary(
  form: CompiledForm,
  answers: Answers,
  { optionsFor = {}, withheld = [] }: { optionsFor?: OptionsFor; withheld?: readonly string[] } = {},
): SummarySection[] {
  const open = openPaths(itemsOf(form), answers)
  const every = askedQuestions(itemsOf(form), answers).filter(({ asked }) => asked)
  return form.pages.flatMap((page): SummarySection[] => {
    const rows = page.items.flatMap((item): SummaryRow[] => {
      if (item.kind === 'note') return []
      if (withheld.includes(item.linkId)) {
        return [{ label: item.text, answer: WITHHELD, linkId: item.linkId, path: item.linkId }]
      }
      if (!open.has(item.linkId)) return []
      if (item.kind === 'group' && rowsOf(answers, item.linkId).length === 0) {
        return [{ label: item.text, answer: NOT_PROVIDED, linkId: item.linkId, path: item.linkId }]
      }
      return every
        .filter(({ question, entry }) => (entry ? entry.group.linkId : question.linkId) === item.linkId)
        .map((asked) => summaryRow(asked, optionsFor))
    })
    return rows.length > 0 ? [{ linkId: page.linkId, title: page.title, rows }] : []
  })
}
