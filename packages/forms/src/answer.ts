/** The person considered the question and does not know: different from leaving it blank. */
export interface NotKnown {
  notKnown: true
}

/** One stored answer: text, civil date (2024-02-29), time (09:30), code, whole number, ticked codes, not known. */
export type Answer = string | number | string[] | NotKnown

/** One entry of a repeating group, by linkId. */
export type Row = Record<string, Answer>

/** Stored answers of one form by linkId. A question that was not answered has no key. */
export type Answers = Record<string, Answer | Row[]>

/** The code a form posts, and a condition compares with, for "I do not know". */
export const NOT_KNOWN = 'not-known'

export function isNotKnown(value: Answer | Row[]): value is NotKnown {
  return typeof value === 'object' && !Array.isArray(value)
}

/** The answer to a question that is not a repeating group. */
export function answerTo(answers: Answers, linkId: string): Answer | undefined {
  const value = answers[linkId]
  if (value === undefined || !Array.isArray(value)) return value
  const codes: string[] = []
  for (const entry of value) if (typeof entry === 'string') codes.push(entry)
  return codes.length === value.length ? codes : undefined
}

/** The entries of a repeating group; none when it was not answered. */
export function rowsOf(answers: Answers, linkId: string): Row[] {
  const value = answers[linkId]
  const rows: Row[] = []
  if (!Array.isArray(value)) return rows
  for (const entry of value) if (typeof entry === 'object') rows.push(entry)
  return rows
}
