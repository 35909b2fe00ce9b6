import { z } from 'zod'

/** What an agency answered to one question, as codes or a number: never words. */
export const CodedAnswer = z.strictObject({
  /** `reporting`, or the kind of the supplementary form. */
  form: z.string().max(64),
  question: z.string().max(64),
  codes: z.array(z.string().max(64)).max(500),
  number: z.number().nullable(),
})
export type CodedAnswer = z.infer<typeof CodedAnswer>

/** Which answers a row of a table is about: one of some codes, or a number below or from a limit on. */
export type AnswerMatch = {
  readonly form: string
  readonly question: string
} & ({ readonly is: readonly string[] } | { readonly below: number } | { readonly from: number })

/** Whether an answer is one a row is about. */
export function matches(row: AnswerMatch, answer: CodedAnswer): boolean {
  if (row.form !== answer.form || row.question !== answer.question) return false
  if ('is' in row) return row.is.some((code) => answer.codes.includes(code))
  if (answer.number === null) return false
  return 'below' in row ? answer.number < row.below : answer.number >= row.from
}
