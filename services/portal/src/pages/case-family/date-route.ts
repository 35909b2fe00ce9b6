import { AvoidedDate, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { button } from '../../components/button.ts'
import { dateInput } from '../../components/date-input.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { errorOf, readTyped } from '../../typed-form/read-typed.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { familyPath, familyScreen, type OpenedFamily, openedFamily } from './opened-family.ts'
import { dayOfYear } from './view.ts'

type TypedDay = { day: string; month: string; why: string }
const typedDay = (form: PostedForm): TypedDay => ({
  day: form.text('on-day'),
  month: form.text('on-month'),
  why: form.text('why'),
})

const Typed = z.strictObject({
  on: z.strictObject({ day: z.string().trim(), month: z.string().trim() }).transform((typed, context) => {
    const [day, month] = [Number(typed.day), Number(typed.month)]
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message, path: ['day'] })
      return z.NEVER
    }
    if (typed.day === '' && typed.month === '') return refuse('Enter the date to avoid')
    if (!AvoidedDate.safeParse({ day, month, why: 'asked' }).success) {
      return refuse('The date to avoid must be a real day of the year')
    }
    return { day, month }
  }),
  why: z
    .string()
    .trim()
    .min(1, 'Enter why to avoid it')
    .max(200, 'Why to avoid it must be 200 characters or fewer'),
})

function datesView(
  { avoidedDates }: OpenedFamily,
  hidden: Html,
  typed: TypedDay,
  errors: readonly ErrorItem[],
): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Dates to avoid</h1>
<p class="govuk-body">Days of the year on which the family should not hear from the review, such as a birthday.</p>
${avoidedDates.map(
  ({ avoidedDateId, avoided }) => html`<form method="post" novalidate>${hidden}
<input type="hidden" name="avoidedDateId" value="${avoidedDateId}">
<p class="govuk-body">${dayOfYear(avoided)}: ${avoided.why}</p>
${button({ text: `Remove ${dayOfYear(avoided)}`, name: '_action', value: 'remove', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`,
)}
<h2 class="govuk-heading-m">Add a date</h2>
<form method="post" novalidate>${hidden}
${dateInput({
  id: 'on',
  fieldset: { legend: { text: 'Which day of the year?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'For example, 27 3' },
  errorMessage: errorOf(errors, 'on'),
  items: (['day', 'month'] as const).map((part) => ({
    id: `on-${part}`,
    name: `on-${part}`,
    label: part === 'day' ? 'Day' : 'Month',
    value: typed[part],
    classes: 'govuk-input--width-2',
    autocomplete: 'off',
    ...(errors.some(({ href }) => href === '#on-day') && { error: true }),
  })),
})}
${input({
  id: 'why',
  name: 'why',
  label: { text: 'Why?', classes: 'govuk-label--s' },
  value: typed.why,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'why'),
})}
${button({ text: 'Add the date', name: '_action', value: 'add', preventDoubleClick: true })}
</form>
</div></div>`
}

/** The days of the year on which a family should not hear from the review. */
export const avoidedDatesPage = personPage('/cases/:caseId/family/dates', {
  permission: 'family:record',
  async show(visit, again) {
    const family = await openedFamily(visit)
    const typed = again ? typedDay(again.form) : { day: '', month: '', why: '' }
    return familyScreen(visit, family, {
      title: 'Dates to avoid',
      main: datesView(family, visit.formFields, typed, again?.errors ?? []),
    })
  },
  async post(visit, form) {
    const family = await openedFamily(visit)
    const { caseId } = family
    const change = { areaId: visit.areaId, caseId, key: form.key }
    if (form.action === 'remove') {
      const kept = family.avoidedDates.find((one) => one.avoidedDateId === form.text('avoidedDateId'))
      if (kept === undefined) throw new Refusal('stale')
      const { avoidedDateId } = kept
      await caseReview(visit).family.allowDate.mutate({ ...change, avoidedDateId })
    } else {
      const { day, month, why } = typedDay(form)
      const read = readTyped(Typed, { on: { day, month }, why })
      if (!read.ok) return new Problems(read.errors)
      const avoided = { ...read.value.on, why: read.value.why }
      await caseReview(visit).family.avoidDate.mutate({ ...change, avoided })
    }
    return new GoTo(familyPath(family))
  },
})
