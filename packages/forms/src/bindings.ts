import { type Answer, type Answers, isNotKnown, NOT_KNOWN, type Row, rowsOf } from './answer.ts'
import { type CompiledForm, itemsOf, type Question } from './compiled-form.ts'
import { withoutHidden } from './visibility.ts'

/** A value under a domain path. Objects have no prototype. */
export type Bound = string | number | string[] | BoundObject | BoundObject[]

export interface BoundObject {
  [key: string]: Bound
}

function emptyObject(): BoundObject {
  return Object.create(null)
}

function isBranch(value: Bound | undefined): value is BoundObject {
  return typeof value === 'object' && !Array.isArray(value)
}

function put(root: BoundObject, path: string, value: Bound): void {
  const steps = path.split('.')
  const last = steps.pop()
  let branch = root
  for (const step of steps) {
    const found = branch[step]
    const next = isBranch(found) ? found : emptyObject()
    branch[step] = next
    branch = next
  }
  if (last !== undefined) branch[last] = value
}

/**
 * A coded question and a date say `not-known`: rules ask whether a date was considered and is not known. For text and
 * numbers not known is the same as absent to the rules.
 */
function boundValue(question: Question, answer: Answer): Bound | undefined {
  if (typeof answer === 'string' || typeof answer === 'number' || Array.isArray(answer)) return answer
  if (!isNotKnown(answer)) return undefined
  if (question.kind === 'date') return NOT_KNOWN
  if (question.kind !== 'choice') return undefined
  return question.multiple ? [NOT_KNOWN] : NOT_KNOWN
}

function bind(root: BoundObject, question: Question, answer: Answer | undefined): void {
  if (question.binding === undefined || answer === undefined) return
  const value = boundValue(question, answer)
  if (value !== undefined) put(root, question.binding, value)
}

/**
 * The answers under the domain paths that rules need, as nested objects; a repeating group is an array. Only what
 * the form asks with these answers is there.
 */
export function bindings(form: CompiledForm, answers: Answers): BoundObject {
  const root = emptyObject()
  const items = itemsOf(form)
  const asked = withoutHidden(items, answers)
  for (const item of items) {
    if (item.kind === 'note') continue
    const value = asked[item.linkId]
    if (value === undefined) continue
    if (item.kind !== 'group') {
      if (!isRows(value)) bind(root, item, value)
      continue
    }
    if (item.binding === undefined) continue
    const bound = rowsOf(asked, item.linkId).map((row) => {
      const object = emptyObject()
      for (const question of item.questions) bind(object, question, row[question.linkId])
      return object
    })
    put(root, item.binding, bound)
  }
  return root
}

function isRows(value: Answer | Row[]): value is Row[] {
  return Array.isArray(value) && typeof value[0] === 'object'
}
