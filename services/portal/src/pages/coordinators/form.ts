import { CaseId, PersonId, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import type { PartPerson } from '../case-people/part-people.ts'

export type TypedHandover = {
  to: string
  how: string
  until: DateParts
  which: string
  cases: string[]
}

export const noHandover: TypedHandover = {
  to: '',
  how: '',
  until: { day: '', month: '', year: '' },
  which: 'all',
  cases: [],
}

export const typedHandover = (form: PostedForm): TypedHandover => ({
  to: form.text('to'),
  how: form.text('how'),
  until: typedDate(form, 'until'),
  which: form.text('which'),
  cases: [...form.all('cases')],
})

/** To whom, for good or until when, and which cases. What is ticked counts only where cases are chosen. */
export function readHandover(
  typed: TypedHandover,
  { people, today }: { people: readonly PartPerson[]; today: PlainDate },
) {
  const known = people.map(({ personId }) => String(personId))
  const lent = typed.how === 'until'
  const chosen = typed.which === 'chosen'
  const Typed = z.strictObject({
    to: z
      .string()
      .refine((to) => known.includes(to), { message: 'Select who takes the cases over' })
      .pipe(PersonId),
    how: z.string().pipe(z.enum(['until', 'good'], 'Select whether the cases come back')),
    until: lent
      ? DateTyped('The day the cases go back', null).refine((on) => on > today, {
          message: 'The day the cases go back must be in the future',
          path: ['day'],
        })
      : z.unknown().transform(() => null),
    which: z.string().pipe(z.enum(['all', 'chosen'], 'Select which cases are handed over')),
    cases: chosen
      ? z.array(CaseId).min(1, 'Select at least one case')
      : z.unknown().transform(() => 'all' as const),
  })
  const read = readTyped(Typed, typed)
  if (!read.ok) return read
  const { to, until, cases } = read.value
  return { ok: true as const, value: { to, until, cases } }
}
