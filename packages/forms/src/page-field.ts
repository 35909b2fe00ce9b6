import { type Answer, isNotKnown, NOT_KNOWN } from './answer.ts'
import { I_DO_NOT_KNOW } from './answer-words.ts'
import { dateParts } from './civil-date.ts'
import type { ChoiceQuestion, DateQuestion, Question } from './compiled-form.ts'
import { fieldId, fieldName } from './field-name.ts'
import { nhsNumberInThrees } from './nhs-number.ts'
import type { Shown } from './page-condition.ts'
import { isBlank } from './read-answer.ts'
import type { Typed } from './submitted-body.ts'

/** A choice to offer. */
export interface Offered {
  value: string
  text: string
}

export interface OptionModel extends Offered {
  id: string
  checked: boolean
}

interface Base extends Shown {
  linkId: string
  /** The element the label and the error summary point at. */
  id: string
  name: string
  label: string
  hint?: string
  /** Not required whenever it is asked: the page says "(optional)". */
  optional: boolean
  sensitive: boolean
  error?: string
  /** A checkbox under the field that says "I do not know"; radios have it among their options. */
  notKnown?: { id: string; name: string; value: string; text: string; checked: boolean }
}

export interface ValueField extends Base {
  kind: 'text' | 'textarea' | 'time' | 'integer' | 'nhs-number'
  value: string
  maxLength?: number
  /** Named check, for the input's keyboard and autocomplete. */
  format?: string
}

export interface ChoiceField extends Base {
  kind: 'radios' | 'checkboxes' | 'select'
  /** The chosen value of radios or a select; empty when none. */
  value: string
  options: OptionModel[]
}

export interface DatePart {
  part: 'day' | 'month' | 'year'
  id: string
  name: string
  label: string
  value: string
  /** The part to mark in red. */
  wrong: boolean
}

export interface DateField extends Base {
  kind: 'date'
  parts: DatePart[]
}

export type FieldModel = ValueField | ChoiceField | DateField

/** One entry of a repeating group. */
export interface Entry {
  group: string
  row: number
}

/** What the page knows about a question when it draws it. */
export interface Surroundings {
  entry: Entry | undefined
  /** When given, it is shown and not the stored answer. */
  typed: Typed | undefined
  answer: Answer | undefined
  offered: readonly Offered[] | undefined
  /** The message of an error that points at this element. */
  errorAt(id: string): string | undefined
  shown: Shown
}

/** More options than this are a select and not radios. */
const MOST_RADIOS = 12

function typedText(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

function storedText(question: Question, answer: Answer | undefined): string {
  if (answer === undefined || isNotKnown(answer) || Array.isArray(answer)) return ''
  const isNhsNumber = question.kind === 'string' && question.format === 'nhs-number'
  return isNhsNumber ? nhsNumberInThrees(String(answer)) : String(answer)
}

function base(question: Question, around: Surroundings): Base {
  const { linkId } = question
  const { entry, typed, answer } = around
  const id = fieldId(linkId, entry)
  const error = around.errorAt(id)
  const notKnownName = fieldName(`${linkId}-not-known`, entry)
  const notKnown = {
    id: fieldId(`${linkId}-not-known`, entry),
    name: notKnownName,
    value: 'yes',
    text: question.notKnownText ?? I_DO_NOT_KNOW,
    checked: typed ? !isBlank(typed[notKnownName]) : answer !== undefined && isNotKnown(answer),
  }
  return {
    linkId,
    id,
    name: fieldName(linkId, entry),
    label: question.text,
    ...(question.hint === undefined ? {} : { hint: question.hint }),
    optional: !question.required,
    sensitive: question.sensitive,
    ...(error === undefined ? {} : { error }),
    ...(question.notKnown && question.kind !== 'choice' ? { notKnown } : {}),
    ...around.shown,
  }
}

function dateField(question: DateQuestion, around: Surroundings): DateField {
  const { answer, entry, typed } = around
  const stored = typeof answer === 'string' ? dateParts(answer) : { day: '', month: '', year: '' }
  const parts = (['day', 'month', 'year'] as const).map((part): DatePart => {
    const name = fieldName(`${question.linkId}-${part}`, entry)
    const id = fieldId(`${question.linkId}-${part}`, entry)
    const value = typed ? typedText(typed, name) : stored[part]
    const label = part.charAt(0).toUpperCase() + part.slice(1)
    return { part, id, name, label, value, wrong: around.errorAt(id) !== undefined }
  })
  const bad = parts.find((part) => part.wrong)
  const error = bad ? around.errorAt(bad.id) : undefined
  return { ...base(question, around), kind: 'date', parts, ...(error === undefined ? {} : { error }) }
}

function chosen(question: ChoiceQuestion, { answer, entry, typed }: Surroundings): string[] {
  if (typed) {
    const value = typed[fieldName(question.linkId, entry)] ?? []
    return typeof value === 'string' ? [value] : value
  }
  if (answer === undefined) return []
  if (Array.isArray(answer)) return answer
  return [isNotKnown(answer) ? NOT_KNOWN : String(answer)]
}

function offeredBy(question: ChoiceQuestion): Offered[] {
  const options = question.options.map(({ code, text }) => ({ value: code, text }))
  return question.notKnown
    ? [...options, { value: NOT_KNOWN, text: question.notKnownText ?? I_DO_NOT_KNOW }]
    : options
}

function optionModels(offered: readonly Offered[], id: string, taken: readonly string[]): OptionModel[] {
  return offered.map(({ value, text }, index) => ({
    value,
    text,
    id: index === 0 ? id : `${id}-${index + 1}`,
    checked: taken.includes(value),
  }))
}

function choiceField(question: ChoiceQuestion, around: Surroundings): ChoiceField {
  const taken = chosen(question, around)
  const offered = around.offered ?? offeredBy(question)
  const long = around.offered !== undefined || offered.length > MOST_RADIOS
  const kind = question.multiple ? 'checkboxes' : long ? 'select' : 'radios'
  const shared = base(question, around)
  const value = question.multiple ? '' : (taken[0] ?? '')
  return { ...shared, kind, value, options: optionModels(offered, shared.id, taken) }
}

/** One question as a page shows it: ids, names, words, the current value and what is wrong with it. */
export function fieldModel(question: Question, around: Surroundings): FieldModel {
  if (question.kind === 'date') return dateField(question, around)
  if (question.kind === 'choice') return choiceField(question, around)
  const shared = base(question, around)
  const value = around.typed ? typedText(around.typed, shared.name) : storedText(question, around.answer)
  if (around.offered) {
    return { ...shared, kind: 'select', value, options: optionModels(around.offered, shared.id, [value]) }
  }
  switch (question.kind) {
    case 'string':
    case 'text': {
      const { format, maxLength } = question
      const plain = question.kind === 'text' ? 'textarea' : 'text'
      const kind = format === 'nhs-number' ? 'nhs-number' : plain
      return { ...shared, kind, value, maxLength, ...(format ? { format } : {}) }
    }
    case 'time':
    case 'integer':
      return { ...shared, kind: question.kind, value }
  }
}
