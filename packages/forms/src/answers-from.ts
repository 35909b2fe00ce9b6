import { type Answer, type Answers, NOT_KNOWN, type Row } from './answer.ts'
import { type CompiledForm, type Condition, itemsOf, type Question } from './compiled-form.ts'
import { isOpen, lookup } from './visibility.ts'

/** Something under a domain path that no question of the form can hold. Names the path, never the value. */
export class Unbound extends Error {
  constructor(path: string) {
    super(`No question of the form takes ${path}`)
    this.name = 'Unbound'
  }
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Every value under its path; a list is one value. */
function flat(bound: Record<string, unknown>, prefix = ''): Map<string, unknown> {
  const values = new Map<string, unknown>()
  for (const [key, value] of Object.entries(bound)) {
    const path = `${prefix}${key}`
    if (isBranch(value)) for (const [inner, leaf] of flat(value, `${path}.`)) values.set(inner, leaf)
    else if (value !== undefined) values.set(path, value)
  }
  return values
}

function answerOf(question: Question, value: unknown, path: string): Answer {
  const list = Array.isArray(value) ? value : [value]
  if (question.notKnown && list.length === 1 && list[0] === NOT_KNOWN) return { notKnown: true }
  const strings = list.filter((entry) => typeof entry === 'string')
  if (question.kind === 'choice' && question.multiple && strings.length === list.length) return strings
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new Unbound(path)
}

function rowOf(questions: readonly Question[], entry: unknown, path: string): Row {
  if (!isBranch(entry)) throw new Unbound(path)
  const values = flat(entry)
  const row: Row = {}
  for (const question of questions) {
    const value = question.binding === undefined ? undefined : values.get(question.binding)
    if (question.binding === undefined || value === undefined) continue
    row[question.linkId] = answerOf(question, value, `${path}.${question.binding}`)
    values.delete(question.binding)
  }
  for (const [left] of values) throw new Unbound(`${path}.${left}`)
  return row
}

/** Answers unbound questions, such as "Do you know the NHS number?", so that what is answered is asked. */
function open(form: CompiledForm, answers: Answers): Answers {
  const opened: Answers = { ...answers }
  const unbound = new Set(itemsOf(form).flatMap((item) => ('binding' in item ? [] : [item.linkId])))
  const controls = (condition: Condition) => 'linkId' in condition && unbound.has(condition.linkId)
  for (const item of itemsOf(form)) {
    if (answers[item.linkId] === undefined || isOpen(item.gates, lookup(opened))) continue
    for (const condition of item.gates.flatMap((gate) => gate.conditions).filter(controls)) {
      if (condition.operator === '=') opened[condition.linkId] ??= condition.code
    }
  }
  return opened
}

/**
 * The answers that say what stands under the domain paths: the way back from `bindings`, for records that come from
 * elsewhere than the form's own pages. Questions that are not bound and only decide what else is asked are answered
 * to suit. The answers are those of a draft; `form.schema` says whether they are complete.
 * @throws Unbound when no question takes a value; ZodError when one is not right for its question.
 */
export function answersFrom(form: CompiledForm, bound: Record<string, unknown>): Answers {
  const values = flat(bound)
  const answers: Answers = {}
  for (const item of itemsOf(form)) {
    if (item.kind === 'note' || item.binding === undefined) continue
    const { binding, linkId } = item
    const value = values.get(binding)
    if (value === undefined) continue
    values.delete(binding)
    if (item.kind !== 'group') answers[linkId] = answerOf(item, value, binding)
    else if (!Array.isArray(value)) throw new Unbound(binding)
    else if (value.length > 0) answers[linkId] = value.map((entry) => rowOf(item.questions, entry, binding))
  }
  for (const [left] of values) throw new Unbound(left)
  return form.draftSchema.parse(open(form, answers))
}
