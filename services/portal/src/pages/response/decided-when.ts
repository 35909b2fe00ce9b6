import { type Clock, type Instant, londonInstant } from '@cdop/domain'
import { z } from 'zod'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { errorOf, type ReadTyped, readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, dateField, typedDate } from '../../typed-form/typed-date.ts'
import { TimeTyped } from '../../typed-form/typed-time.ts'

/** When a decision was made, as it was typed. */
export type TypedWhen = { when: string; decidedOn: DateParts; decidedTime: string }

export const nowAsTyped: TypedWhen = {
  when: 'now',
  decidedOn: { day: '', month: '', year: '' },
  decidedTime: '',
}

export const typedWhen = (form: PostedForm): TypedWhen => ({
  when: form.text('when'),
  decidedOn: typedDate(form, 'decidedOn'),
  decidedTime: form.text('decidedTime'),
})

/** When it was decided; null for "just now". */
export function readWhen(form: PostedForm, clock: Clock): ReadTyped<Instant | null> {
  const typed = typedWhen(form)
  if (typed.when === 'now') return { ok: true, value: null }
  if (typed.when !== 'earlier') {
    return { ok: false, errors: [{ text: 'Select when this was decided', href: '#when' }] }
  }
  const Earlier = z.strictObject({
    decidedOn: DateTyped('The date this was decided', clock.today()),
    decidedTime: TimeTyped('The time this was decided'),
  })
  const read = readTyped(Earlier, { decidedOn: typed.decidedOn, decidedTime: typed.decidedTime })
  if (!read.ok) return read
  const decidedAt = londonInstant(read.value.decidedOn, read.value.decidedTime)
  if (decidedAt <= clock.now()) return { ok: true, value: decidedAt }
  return {
    ok: false,
    errors: [{ text: 'The time this was decided must be in the past', href: '#decidedTime' }],
  }
}

/** Just now, as it mostly is on a phone, or earlier: then date and time. */
export function whenFields(typed: TypedWhen, errors: readonly ErrorItem[]): Html {
  const timeMistake = errorOf(errors, 'decidedTime')
  const mistake = errorOf(errors, 'when')
  return radios({
    name: 'when',
    idPrefix: 'when',
    value: typed.when,
    fieldset: { legend: { text: 'When was this decided?', classes: 'govuk-fieldset__legend--s' } },
    ...(mistake && { errorMessage: mistake }),
    items: [
      { value: 'now', text: 'Just now' },
      {
        value: 'earlier',
        text: 'Earlier',
        conditional: {
          html: html`${dateField({ name: 'decidedOn', legend: 'Date it was decided', value: typed.decidedOn, errors })}
${input({
  id: 'decidedTime',
  name: 'decidedTime',
  label: { text: 'Time it was decided' },
  hint: { text: 'By the 24-hour clock, for example 02:10' },
  classes: 'govuk-input--width-5',
  value: typed.decidedTime,
  autocomplete: 'off',
  ...(timeMistake && { errorMessage: timeMistake }),
})}`,
        },
      },
    ],
  })
}
