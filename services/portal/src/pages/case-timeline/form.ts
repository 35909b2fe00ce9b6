import { AboutDate, DocumentId, daysOf, InformationRequestId, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, typedDate } from '../../typed-form/typed-date.ts'

/** Something of a life, as it was typed. */
export type TypedLifeEvent = { on: DateParts; what: string; source: string }

export const noLifeEvent: TypedLifeEvent = { on: { day: '', month: '', year: '' }, what: '', source: '' }

export const typedLifeEvent = (form: PostedForm): TypedLifeEvent => ({
  on: typedDate(form, 'on'),
  what: form.text('what'),
  source: form.text('source'),
})

export const MOST_WORDS = 1_000
export const MOST_REASON = 500

const typed = z.string().trim()

/** A date of which the day, or the day and the month, can be left out. */
const AboutTyped = z
  .strictObject({ day: typed, month: typed, year: typed })
  .transform(({ day, month, year }, context): AboutDate => {
    const refuse = (at: 'day' | 'month' | 'year', message: string) => {
      context.addIssue({ code: 'custom', message, path: [at] })
      return z.NEVER
    }
    if (year === '') return refuse('year', 'Enter at least the year it was')
    if (!/^\d{4}$/.test(year)) return refuse('year', 'When it was must have a year with 4 numbers')
    if (day !== '' && month === '') return refuse('month', 'When it was must include a month with its day')
    const written = [year, month, day].filter((part) => part !== '').map((part) => part.padStart(2, '0'))
    const about = AboutDate.safeParse(written.join('-'))
    return about.success
      ? about.data
      : refuse(day === '' ? 'month' : 'day', 'When it was must be a real date')
  })

/** Who or what says so, by the code its choice posts: `office`, `agency:<id>` or `document:<id>`. */
const SourceTyped = z.string().transform((code, context) => {
  if (code === 'office') return { is: 'office' as const }
  const [is, id] = code.split(':')
  const agency = InformationRequestId.safeParse(is === 'agency' ? id : undefined)
  if (agency.success) return { is: 'agency' as const, informationRequestId: agency.data }
  const document = DocumentId.safeParse(is === 'document' ? id : undefined)
  if (document.success) return { is: 'document' as const, documentId: document.data }
  context.addIssue({ code: 'custom', message: 'Select who or what says so' })
  return z.NEVER
})

/** Something of a life: at the latest on the day of the death. */
export function readLifeEvent(given: TypedLifeEvent, { diedOn }: { diedOn: PlainDate }) {
  const read = z.strictObject({
    on: AboutTyped.refine((on) => daysOf(on).from <= diedOn, {
      message: 'When it was must be the same as or before the date of death',
      path: ['day'],
    }),
    what: typed
      .min(1, 'Enter what happened')
      .max(MOST_WORDS, `What happened must be ${MOST_WORDS} characters or fewer`),
    source: SourceTyped,
  })
  return readTyped(read, given)
}

/** Why an entry is taken out. */
export function readTakingOut(because: string) {
  const read = z.strictObject({
    because: typed
      .min(1, 'Enter why it does not stand')
      .max(MOST_REASON, `Why it does not stand must be ${MOST_REASON} characters or fewer`),
  })
  return readTyped(read, { because })
}
