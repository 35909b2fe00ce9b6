import type { Answer, Question } from '@cdop/forms'
import { columnKey } from '@cdop/tabular'
import type { MappedColumn } from './mapping.ts'
import { readDate } from './read-date.ts'

/** What a cell answers; or what to do about a cell that answers nothing the question takes. */
export type ReadCell = Readonly<{ answer: Answer }> | Readonly<{ says: string; cure: string }>

/**
 * Reads a filled cell as an answer to its question. Only what the form's own rules cannot see is refused here: a date,
 * number or code that is none; the rest is theirs.
 */
export function readCell(
  question: Question,
  { codes }: Pick<MappedColumn, 'codes'>,
  notKnown: readonly string[],
  cell: string,
): ReadCell {
  const text = cell.trim()
  if (question.notKnown && notKnown.includes(text.toLowerCase())) return { answer: { notKnown: true } }
  switch (question.kind) {
    case 'string':
    case 'text':
      return { answer: text }
    case 'date': {
      const date = readDate(text)
      return date === undefined ? wrongDate : { answer: date }
    }
    case 'time':
      return { answer: text.replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1') }
    case 'integer':
      return /^-?\d{1,9}(\.0+)?$/.test(text) ? { answer: Number(text) } : wrongNumber
    case 'choice': {
      const known = codesOf(question, codes)
      const parts = question.multiple ? text.split(/[;|]/) : [text]
      const found = parts.map((part) => known.get(columnKey(part)))
      const every = found.filter((code) => code !== undefined)
      const [first] = every
      if (first === undefined || every.length < found.length) return wrongCode(question, codes)
      return { answer: question.multiple ? [...new Set(every)] : first }
    }
  }
}

type Choice = Extract<Question, { kind: 'choice' }>

const wrongDate = {
  says: 'This is not a date',
  cure: 'Write the date as 14/11/2026 or 2026-11-14, with four digits for the year',
}
const wrongNumber = { says: 'This is not a whole number', cure: 'Write digits only, such as 39' }

function wrongCode(question: Choice, codes: Readonly<Record<string, string>>): ReadCell {
  const words = [...question.options.map((option) => option.text), ...Object.keys(codes)]
  return {
    says: 'This is not one of the values the mapping knows',
    cure: `Write one of: ${[...new Set(words)].join('; ')}`,
  }
}

/** Built once a column: a file has as many cells in it as rows. */
const built = new WeakMap<Choice, Map<Readonly<Record<string, string>>, ReadonlyMap<string, string>>>()

function codesOf(question: Choice, codes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const ofQuestion =
    built.get(question) ?? new Map<Readonly<Record<string, string>>, ReadonlyMap<string, string>>()
  built.set(question, ofQuestion)
  const known =
    ofQuestion.get(codes) ??
    new Map([
      ...question.options.flatMap(({ code, text }) => [
        [columnKey(text), code] as const,
        [columnKey(code), code] as const,
      ]),
      ...Object.entries(codes).map(([written, code]) => [columnKey(written), code] as const),
    ])
  ofQuestion.set(codes, known)
  return known
}
