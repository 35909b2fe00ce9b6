import { type Answer, NOT_KNOWN } from './answer.ts'
import { answerSchema } from './answer-schema.ts'
import { isRealDate, monthNumber } from './civil-date.ts'
import type { ChoiceQuestion, DateQuestion, Question } from './compiled-form.ts'
import { type Mistake, messageFor, missingPartsMessage } from './messages.ts'

/** A posted answer: blank, an answer to store, or a message and the field (after the name) it belongs to. */
export type ReadAnswer =
  | { is: 'blank' }
  | { is: 'answer'; answer: Answer }
  | { is: 'mistake'; message: string; part: '' | '-day' | '-month' | '-year' }

/** Finds what was posted under a field of the question: '' for the question itself, '-day' and so on. */
export type Posted = (suffix: string) => string | string[] | undefined

type Part = '' | '-day' | '-month' | '-year'

const BLANK: ReadAnswer = { is: 'blank' }
const LONGEST_PART = 40

function mistake(question: Question, which: Mistake, part: Part = ''): ReadAnswer {
  return { is: 'mistake', message: messageFor(question.messages, which), part }
}

/** The one value of a field; nothing when several different ones came. */
function single(posted: string | string[] | undefined): string | undefined {
  if (posted === undefined) return ''
  if (typeof posted === 'string') return posted
  return posted.length > 1 ? undefined : (posted[0] ?? '')
}

/** Whether nothing was typed; looks only at the ends of a long text. */
export function isBlank(posted: string | string[] | undefined): boolean {
  if (posted === undefined) return true
  if (typeof posted === 'string') return !/\S/.test(posted)
  return posted.every(isBlank)
}

function check(question: Question, value: unknown): ReadAnswer {
  const parsed = answerSchema(question).safeParse(value)
  if (parsed.success) return { is: 'answer', answer: parsed.data }
  const [issue] = parsed.error.issues
  return { is: 'mistake', message: issue?.message ?? question.name, part: '' }
}

function readDate(question: DateQuestion, posted: Posted, today: string): ReadAnswer {
  const parts: string[] = []
  for (const part of ['-day', '-month', '-year'] as const) {
    const value = single(posted(part))
    if (value === undefined) return mistake(question, 'several', part)
    if (value.length > LONGEST_PART) return mistake(question, 'not-real', part)
    parts.push(value.trim())
  }
  const [day = '', month = '', year = ''] = parts
  if (day === '' && month === '' && year === '') return BLANK
  const missing: Array<'day' | 'month' | 'year'> = []
  if (day === '') missing.push('day')
  if (month === '') missing.push('month')
  if (year === '') missing.push('year')
  const [first] = missing
  if (first) {
    return { is: 'mistake', message: missingPartsMessage(question.name, missing), part: `-${first}` }
  }
  if (!/^[0-9]{1,2}$/.test(day) || Number(day) < 1 || Number(day) > 31) {
    return mistake(question, 'not-real', '-day')
  }
  const monthOfYear = monthNumber(month)
  if (monthOfYear === undefined || monthOfYear < 1 || monthOfYear > 12) {
    return mistake(question, 'not-real', '-month')
  }
  if (/^[0-9]{1,3}$/.test(year)) return mistake(question, 'short-year', '-year')
  if (!/^[0-9]{4}$/.test(year)) return mistake(question, 'not-real', '-year')
  const date = `${year}-${String(monthOfYear).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isRealDate(`${year}-01-01`)) return mistake(question, 'not-real', '-year')
  if (!isRealDate(date)) return mistake(question, 'not-real', '-day')
  return date > today ? mistake(question, 'future', '-day') : { is: 'answer', answer: date }
}

function readChoice(question: ChoiceQuestion, posted: Posted): ReadAnswer {
  const value = posted('')
  const given = value === undefined ? [] : typeof value === 'string' ? [value] : value
  const codes = [...new Set(given.filter((code) => code !== ''))]
  if (codes.length === 0) return BLANK
  if (question.notKnown && codes.includes(NOT_KNOWN)) {
    return codes.length > 1 ? mistake(question, 'both') : { is: 'answer', answer: { notKnown: true } }
  }
  if (question.multiple) return check(question, codes)
  return codes.length > 1 ? mistake(question, 'several') : check(question, codes[0])
}

function readTyped(question: Question, posted: Posted, today: string): ReadAnswer {
  if (question.kind === 'date') return readDate(question, posted, today)
  const value = single(posted(''))
  if (value === undefined) return mistake(question, 'several')
  if (isBlank(value)) return BLANK
  if (question.kind !== 'integer') return check(question, value)
  if (value.length > LONGEST_PART) return mistake(question, 'format')
  const digits = value.trim().replace(/[, ]/g, '')
  return /^-?[0-9]{1,15}$/.test(digits) ? check(question, Number(digits)) : mistake(question, 'format')
}

/** Reads one question's answer from a posted form, with the exact words for what is wrong with it. */
export function readAnswer(question: Question, posted: Posted, today: string): ReadAnswer {
  if (question.kind === 'choice') return readChoice(question, posted)
  const typed = readTyped(question, posted, today)
  if (!question.notKnown || isBlank(posted('-not-known'))) return typed
  if (typed.is === 'blank') return { is: 'answer', answer: { notKnown: true } }
  return mistake(question, 'both', question.kind === 'date' ? '-day' : '')
}
