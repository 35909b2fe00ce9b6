import { type PlainDate, TakenBackReason } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { DateTyped, typedDate } from '../../typed-form/typed-date.ts'

/** On which day the national database was told; not before the child died. */
export function readToldOn(form: PostedForm, today: PlainDate, diedOn: PlainDate) {
  const name = 'The date NCMD was told'
  const toldOn = DateTyped(name, today).refine((date) => date >= diedOn, {
    message: `${name} must be the same as or after the date of death`,
    path: ['day'],
  })
  return readTyped(z.strictObject({ toldOn }), { toldOn: typedDate(form, 'toldOn') })
}

/** Why what was recorded by hand is taken back. */
export function readTakingBack(form: PostedForm) {
  const because = z.string().pipe(z.enum(TakenBackReason.options, { error: 'Select why it does not hold' }))
  return readTyped(z.strictObject({ because }), { because: form.text('because') })
}
