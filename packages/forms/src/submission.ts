import type { Answers, Row } from './answer.ts'
import {
  type CompiledForm,
  type Item,
  itemsOf,
  pagesOf,
  type Question,
  type RepeatingGroup,
} from './compiled-form.ts'
import { fieldId, fieldName } from './field-name.ts'
import { messageFor, UNEXPECTED_FIELD } from './messages.ts'
import { isBlank, readAnswer } from './read-answer.ts'
import { fieldNames, readBody, type SubmittedBody, type Typed } from './submitted-body.ts'
import { isOpen, lookup, withoutHidden } from './visibility.ts'

/** One mistake, for the error summary and the field. Holds no answer. */
export interface FieldError {
  /** The question; empty when the mistake is about the form as a whole. */
  linkId: string
  /** The element the error summary links to: the first bad part of a date, the first radio. */
  fieldId: string
  message: string
}

export type Submission = { ok: true; answers: Answers } | { ok: false; errors: FieldError[]; typed: Typed }

export interface SubmissionOptions {
  /** Only this page was posted. */
  section?: string
  /** Civil date in Europe/London: later dates are in the future. */
  today: string
  /** What is stored already; answers of other pages are kept, and decide what this page asks. */
  answers?: Answers
  /** Whoever fills it in may not know: what has to be answered may stay blank. */
  mayStayBlank?: boolean
}

interface Reading {
  body: SubmittedBody
  today: string
  mayStayBlank: boolean
  errors: FieldError[]
}

function readQuestion(
  question: Question,
  reading: Reading,
  keep: Row | Answers,
  entry?: { group: string; row: number },
): void {
  const { linkId, messages } = question
  const found = readAnswer(
    question,
    (suffix) => reading.body.typed[fieldName(`${linkId}${suffix}`, entry)],
    reading.today,
  )
  const first = question.kind === 'date' ? '-day' : ''
  if (found.is === 'answer') keep[linkId] = found.answer
  else if (found.is === 'mistake') {
    reading.errors.push({ linkId, fieldId: fieldId(`${linkId}${found.part}`, entry), message: found.message })
  } else if (question.required && !reading.mayStayBlank) {
    reading.errors.push({
      linkId,
      fieldId: fieldId(`${linkId}${first}`, entry),
      message: messageFor(messages, 'required'),
    })
  }
}

/** The element an error about the whole group points at: the first field of its first entry. */
function firstFieldOf(group: RepeatingGroup): string {
  const [question] = group.questions
  const [first = ''] = question ? fieldNames(question) : []
  return fieldId(first, { group: group.linkId, row: 0 })
}

function isBlankRow(group: RepeatingGroup, row: number, typed: Typed): boolean {
  return group.questions
    .flatMap(fieldNames)
    .every((field) => isBlank(typed[fieldName(field, { group: group.linkId, row })]))
}

function readGroup(group: RepeatingGroup, reading: Reading, answers: Answers): void {
  const { linkId, messages } = group
  const count = reading.body.rowCounts.get(linkId) ?? 0
  if (count > group.maxOccurs) {
    reading.errors.push({ linkId, fieldId: firstFieldOf(group), message: messageFor(messages, 'too-many') })
    return
  }
  const rows: Row[] = []
  let filled = 0
  for (let row = 0; row < count; row += 1) {
    if (isBlankRow(group, row, reading.body.typed)) continue
    filled += 1
    const kept: Row = {}
    for (const question of group.questions) {
      if (isOpen(question.gates, lookup(answers, kept))) {
        readQuestion(question, reading, kept, { group: linkId, row })
      }
    }
    if (Object.keys(kept).length > 0) rows.push(kept)
  }
  if (rows.length > 0) answers[linkId] = rows
  else if (group.required && !reading.mayStayBlank && filled === 0) {
    reading.errors.push({ linkId, fieldId: firstFieldOf(group), message: messageFor(messages, 'required') })
  }
}

function firstFieldId(items: readonly Item[]): string {
  for (const item of items) {
    if (item.kind === 'group') return firstFieldOf(item)
    const [field] = fieldNames(item)
    if (field !== undefined) return field
  }
  return ''
}

/**
 * Reads a posted form. Every mistake comes back with its exact message and the field to link to, and everything
 * typed with it; answers to questions that are not asked are dropped. Names that begin with one underscore belong
 * to the page (a token, a button) and are not looked at; any other name the form does not have is a mistake.
 * Never throws on anything posted.
 * @throws RangeError when the form has no such section.
 */
export function parseSubmission(
  form: CompiledForm,
  body: Record<string, string | string[]>,
  { section, today, answers: stored = {}, mayStayBlank = false }: SubmissionOptions,
): Submission {
  const posted = pagesOf(form, section).flatMap((page) => page.items)
  const here = new Set(posted.map((item) => item.linkId))
  const reading: Reading = { body: readBody(posted, body), today, mayStayBlank, errors: [] }
  if (reading.body.unexpected) {
    reading.errors.push({ linkId: '', fieldId: firstFieldId(posted), message: UNEXPECTED_FIELD })
  }
  const answers: Answers = {}
  for (const item of itemsOf(form)) {
    if (item.kind === 'note') continue
    const before = stored[item.linkId]
    if (!here.has(item.linkId)) {
      if (before !== undefined) answers[item.linkId] = before
    } else if (isOpen(item.gates, lookup(answers))) {
      if (item.kind === 'group') readGroup(item, reading, answers)
      else readQuestion(item, reading, answers)
    }
  }
  if (reading.errors.length > 0) return { ok: false, errors: reading.errors, typed: reading.body.typed }
  return { ok: true, answers: withoutHidden(itemsOf(form), answers) }
}

export interface KeptTyping {
  typed: Typed
  /** How many entries of each repeating group were on the page. */
  rows: Record<string, number>
}

/**
 * What was typed, unchecked, for the buttons "Add another" and "Remove" of a page that works without JavaScript.
 * With `remove`, that entry is gone and the later ones move up.
 * @throws RangeError when the form has no such section.
 */
export function keepTyped(
  form: CompiledForm,
  body: Record<string, string | string[]>,
  { section, remove }: { section?: string; remove?: { group: string; row: number } } = {},
): KeptTyping {
  const posted = pagesOf(form, section).flatMap((page) => page.items)
  const before = readBody(posted, body)
  const gone = remove ? fieldName('', remove) : undefined
  const left = Object.entries(before.typed).filter(([name]) => gone === undefined || !name.startsWith(gone))
  const { typed, rowCounts } = readBody(posted, Object.fromEntries(left))
  return { typed, rows: Object.fromEntries(rowCounts) }
}
