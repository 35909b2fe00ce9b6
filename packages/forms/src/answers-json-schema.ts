import { NOT_KNOWN } from './answer.ts'
import type { CompiledForm, Condition, Gate, Item, Question, RepeatingGroup } from './compiled-form.ts'
import { itemsOf } from './compiled-form.ts'
import { gateWords } from './gate-words.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
/** A JSON Schema, draft 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = { [key: string]: Json }

type AnswerCondition = Extract<Condition, { linkId: string }>

const NOT_KNOWN_ANSWER: JsonSchema = {
  type: 'object',
  properties: { notKnown: { const: true } },
  required: ['notKnown'],
  additionalProperties: false,
}

function oneOfTheCodes(question: Extract<Question, { kind: 'choice' }>): JsonSchema {
  const codes = question.options.map(({ code, text }) => ({ const: code, title: text }))
  if (!question.multiple) return { type: 'string', oneOf: codes }
  return { type: 'array', items: { type: 'string', oneOf: codes }, minItems: 1, uniqueItems: true }
}

function valueSchema(question: Question): JsonSchema {
  switch (question.kind) {
    case 'string':
    case 'text':
      return { type: 'string', minLength: 1, maxLength: question.maxLength }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'time':
      return { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }
    case 'integer':
      return { type: 'integer', minimum: question.minimum, maximum: question.maximum }
    case 'choice':
      return oneOfTheCodes(question)
  }
}

/** What a reader of the schema is told of an item beside its type. */
function about(item: Question | RepeatingGroup, gates: readonly Gate[]): JsonSchema {
  const sentences = [
    item.hint,
    gates.length === 0 ? undefined : `Asked only when ${gates.map(gateWords).join(', and ')}.`,
    item.required ? (gates.length === 0 ? 'Required.' : 'Required when it is asked.') : 'May be left out.',
    gates.length === 0 ? undefined : 'Refused when it is not asked.',
    item.messages.format,
  ].filter((sentence) => sentence !== undefined)
  return { title: item.text, description: sentences.join(' ') }
}

function questionSchema(question: Question): JsonSchema {
  const told = about(question, question.gates)
  const value = valueSchema(question)
  return question.notKnown ? { ...told, anyOf: [value, NOT_KNOWN_ANSWER] } : { ...told, ...value }
}

function isAboutAnswers(condition: Condition): condition is AnswerCondition {
  return 'linkId' in condition
}

function answeredWith(code: string): JsonSchema {
  if (code === NOT_KNOWN) return { anyOf: [NOT_KNOWN_ANSWER, { const: code }] }
  return { anyOf: [{ const: code }, { type: 'array', contains: { const: code } }] }
}

function conditionSchema(condition: AnswerCondition): JsonSchema {
  const { linkId } = condition
  switch (condition.operator) {
    case '=':
      return { required: [linkId], properties: { [linkId]: answeredWith(condition.code) } }
    case '!=':
      return { required: [linkId], properties: { [linkId]: { not: answeredWith(condition.code) } } }
    case 'exists':
      return condition.exists ? { required: [linkId] } : { not: { required: [linkId] } }
  }
}

/** When an item is asked, as a rule of the schema; nothing when the rule cannot be said of these answers alone. */
function askedSchema(gates: readonly Gate[], known: ReadonlySet<string>): JsonSchema | null {
  const conditions = gates.flatMap((gate) => gate.conditions)
  if (!conditions.every((condition) => isAboutAnswers(condition) && known.has(condition.linkId))) return null
  return {
    allOf: gates.map((gate) => ({
      [gate.any ? 'anyOf' : 'allOf']: gate.conditions.filter(isAboutAnswers).map(conditionSchema),
    })),
  }
}

function askedOrNot(
  items: readonly (Question | RepeatingGroup)[],
  known: ReadonlySet<string>,
): { required: string[]; allOf: JsonSchema[] } {
  const required: string[] = []
  const allOf: JsonSchema[] = []
  for (const { linkId, gates, required: needed } of items) {
    if (gates.length === 0) {
      if (needed) required.push(linkId)
      continue
    }
    const asked = askedSchema(gates, known)
    if (asked === null) continue
    allOf.push({
      anyOf: [
        { allOf: needed ? [asked, { required: [linkId] }] : [asked] },
        { not: asked, properties: { [linkId]: false } },
      ],
    })
  }
  return { required, allOf }
}

function objectOf(items: readonly (Question | RepeatingGroup)[], properties: JsonSchema): JsonSchema {
  const { required, allOf } = askedOrNot(items, new Set(items.map(({ linkId }) => linkId)))
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    ...(allOf.length > 0 && { allOf }),
  }
}

function groupSchema(group: RepeatingGroup): JsonSchema {
  const properties = Object.fromEntries(
    group.questions.map((question) => [question.linkId, questionSchema(question)]),
  )
  return {
    ...about(group, group.gates),
    type: 'array',
    minItems: 1,
    maxItems: group.maxOccurs,
    items: { ...objectOf(group.questions, properties), minProperties: 1 },
  }
}

function isAsked(item: Item): item is Question | RepeatingGroup {
  return item.kind !== 'note'
}

/**
 * What a complete set of answers to a form is, by linkId, for those who send it by machine. Every condition stands in
 * words, and as a rule where JSON Schema can say it. Whatever the form itself accepts, this accepts; formats such as
 * that of an NHS number, and ages, only the form checks.
 */
export function answersJsonSchema(form: CompiledForm): JsonSchema {
  const items = itemsOf(form).filter(isAsked)
  const properties = Object.fromEntries(
    items.map((item) => [item.linkId, item.kind === 'group' ? groupSchema(item) : questionSchema(item)]),
  )
  return { title: `${form.title}, version ${form.version}`, ...objectOf(items, properties) }
}
