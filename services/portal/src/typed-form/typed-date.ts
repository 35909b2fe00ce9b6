import { PlainDate } from '@cdop/domain'
import { z } from 'zod'
import { dateInput } from '../components/date-input.ts'
import type { ErrorItem } from '../components/error-summary.ts'
import type { Html } from '../components/html.ts'
import type { PostedForm } from '../page/posted-form.ts'
import { errorOf } from './read-typed.ts'

/** A date as it was typed into three fields. */
export type DateParts = { day: string; month: string; year: string }

const parts = ['day', 'month', 'year'] as const

/** The three fields of a date, named `<name>-day` and so on. */
export function typedDate(form: PostedForm, name: string): DateParts {
  return { day: form.text(`${name}-day`), month: form.text(`${name}-month`), year: form.text(`${name}-year`) }
}

/** A stored date as it stands in the three fields. */
export function datePartsOf(date: PlainDate): DateParts {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

const part = z.string()

/**
 * A date that three fields make, with the Design System's messages.
 * @param name how messages call it, as a sentence would begin: "The date the panel meets"
 * @param today no later date is taken; null where later ones are right
 */
export function DateTyped(name: string, today: PlainDate | null) {
  return z.strictObject({ day: part, month: part, year: part }).transform((typed, context): PlainDate => {
    const refuse = (at: (typeof parts)[number], message: string) => {
      context.addIssue({ code: 'custom', message, path: [at] })
      return z.NEVER
    }
    const trimmed = { day: typed.day.trim(), month: typed.month.trim(), year: typed.year.trim() }
    const missing = parts.filter((one) => trimmed[one] === '')
    const [first] = missing
    if (missing.length === 3) return refuse('day', `Enter ${name.charAt(0).toLowerCase()}${name.slice(1)}`)
    if (first !== undefined) return refuse(first, `${name} must include a ${missing.join(' and ')}`)
    const wrong = parts.find((one) => !(one === 'year' ? /^\d{4}$/ : /^\d{1,2}$/).test(trimmed[one]))
    if (wrong === 'year') return refuse('year', `${name} must have a year with 4 numbers`)
    const date = PlainDate.safeParse(
      `${trimmed.year}-${trimmed.month.padStart(2, '0')}-${trimmed.day.padStart(2, '0')}`,
    )
    if (wrong !== undefined || !date.success) return refuse(wrong ?? 'day', `${name} must be a real date`)
    if (today !== null && date.data > today) return refuse('day', `${name} must be today or in the past`)
    return date.data
  })
}

export type DateFieldOptions = {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly value: DateParts
  readonly errors: readonly ErrorItem[]
}

/** The three fields of a date; the parts at fault are marked. */
export function dateField({ name, legend, hint, value, errors }: DateFieldOptions): Html {
  return dateInput({
    id: name,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hint ?? 'For example, 27 3 2026' },
    errorMessage: errorOf(errors, name),
    items: parts.map((one) => ({
      id: `${name}-${one}`,
      name: `${name}-${one}`,
      label: one.charAt(0).toUpperCase() + one.slice(1),
      value: value[one],
      classes: one === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
      autocomplete: 'off',
      ...(errors.some(({ href }) => href === `#${name}-${one}`) && { error: true }),
    })),
  })
}
