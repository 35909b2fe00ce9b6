import type { PlainDate } from '@cdop/domain'
import {
  type Answers,
  type CompiledForm,
  type FieldError,
  FormVersionError,
  formInForce,
  formRules,
  NOTIFICATION_FORM,
  parseSubmission,
  statutoryForms,
} from '@cdop/forms'
import type { ErrorItem } from '../../components/error-summary.ts'
import { errorItems } from '../../components/form-fields/error-items.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { DateTyped, typedDate } from '../../typed-form/typed-date.ts'

/** Field of the day the notification came in: the page's own, not the form's. */
export const RECEIVED = '_received'

/** A notification as it was typed: ready to be kept, or with all that is wrong, in the order of the page. */
export type ReadNotification = { form: CompiledForm } & (
  | { ok: true; receivedOn: PlainDate; answers: Answers }
  | { ok: false; errors: readonly ErrorItem[] }
)

/** The form in force on a day; null for a day before there was any. */
function formOn(day: PlainDate): CompiledForm | null {
  try {
    return formInForce(statutoryForms, NOTIFICATION_FORM, day)
  } catch (thrown) {
    if (thrown instanceof FormVersionError) return null
    throw thrown
  }
}

/** The form to ask today. */
export function presentForm(today: PlainDate): CompiledForm {
  return formInForce(statutoryForms, NOTIFICATION_FORM, today)
}

/** Reads the whole notification form and the day it came in. */
export function readNotification(posted: PostedForm, today: PlainDate): ReadNotification {
  const received = readTyped(
    DateTyped('The date you received the notification', today),
    typedDate(posted, RECEIVED),
  )
  const asked = received.ok ? formOn(received.value) : null
  const form = asked ?? presentForm(today)
  const read = parseSubmission(form, posted.fields, { today })
  const errors: ErrorItem[] = []
  if (!received.ok) errors.push(...received.errors.map((error) => atReceived(error)))
  else if (asked === null) errors.push(receivedMistake('is before the form was in use'))
  if (!read.ok) errors.push(...errorItems(read.errors))
  else errors.push(...orderMistakes(read.answers, received.ok ? received.value : null))
  if (errors.length === 0 && read.ok && received.ok) {
    return { ok: true, form, receivedOn: received.value, answers: read.answers }
  }
  return { ok: false, form, errors }
}

function atReceived({ text, href = '' }: ErrorItem): ErrorItem {
  return { text, href: href.replace('#', `#${RECEIVED}-`) }
}

function receivedMistake(words: string): ErrorItem {
  return { text: `The date you received the notification ${words}`, href: `#${RECEIVED}-day` }
}

/** A child is born, dies, and then somebody hears of it. */
function orderMistakes(answers: Answers, receivedOn: PlainDate | null): ErrorItem[] {
  const { 'child-date-of-birth': born, 'date-of-death': died } = answers
  const mistakes: ErrorItem[] = []
  if (typeof died !== 'string') return mistakes
  if (receivedOn !== null && receivedOn < died) {
    mistakes.push(receivedMistake('must be the same as or after the date of death'))
  }
  if (typeof born === 'string' && died < born) {
    mistakes.push({
      text: 'The date of death must be the same as or after the date of birth',
      href: '#date-of-death-day',
    })
  }
  return mistakes
}

/** Reads the whole form again for a notification that came in before: its form and its day stay. */
export function readChangedNotification(
  form: CompiledForm,
  posted: PostedForm,
  receivedOn: PlainDate,
  today: PlainDate,
): { ok: true; answers: Answers } | { ok: false; errors: readonly ErrorItem[] } {
  const read = parseSubmission(form, posted.fields, { today })
  const errors = read.ok ? orderMistakes(read.answers, null) : errorItems(read.errors)
  if (read.ok && errors.length === 0 && diedAfter(read.answers, receivedOn)) {
    errors.push({
      text: 'The date of death must be the same as or before the day you received the notification',
      href: '#date-of-death-day',
    })
  }
  return read.ok && errors.length === 0 ? { ok: true, answers: read.answers } : { ok: false, errors }
}

function diedAfter({ 'date-of-death': died }: Answers, receivedOn: PlainDate): boolean {
  return typeof died === 'string' && died > receivedOn
}

/** The element to lead to when a service finds fault with a question. */
export function fieldOf(form: CompiledForm, question: string): string {
  if (question === 'receivedOn') return `${RECEIVED}-day`
  return formRules(form).find(({ linkId }) => linkId === question)?.fields[0] ?? question
}

/** The mistakes beside their fields, as the form's page model takes them. */
export function fieldErrors(form: CompiledForm, errors: readonly ErrorItem[]): FieldError[] {
  const questionOf = new Map(
    formRules(form).flatMap(({ linkId, group, fields }) =>
      group === undefined ? fields.map((field) => [field, linkId] as const) : [],
    ),
  )
  return errors.flatMap(({ text, href }) => {
    const fieldId = href?.slice(1)
    if (fieldId === undefined || fieldId.startsWith(RECEIVED)) return []
    return [{ linkId: questionOf.get(fieldId) ?? '', fieldId, message: text }]
  })
}
