import {
  holdReasonOf,
  outcomesOf,
  type PlainDate,
  ProceedingKind,
  ProceedingStep,
  stepsOf,
} from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { noCheck, readCheck, stagesKept, type TypedCheck, typedCheck } from '../case-holds/form.ts'

/** Something else that is being done about the death, and whether the case waits for it. */
export type TypedProceeding = TypedCheck & {
  kind: string
  stages: readonly string[]
  reference: string
  openedOn: DateParts
  waits: string
}

const noDate = { day: '', month: '', year: '' }
export const noProceeding: TypedProceeding = {
  ...noCheck,
  kind: '',
  stages: [],
  reference: '',
  openedOn: noDate,
  waits: '',
}

/** The stages of a kind are asked beside it: those ticked beside another one do not count. */
export const typedProceeding = (form: PostedForm): TypedProceeding => ({
  ...typedCheck(form),
  kind: form.text('kind'),
  stages: form.all(`stages-${form.text('kind')}`),
  reference: form.text('reference'),
  openedOn: typedDate(form, 'openedOn'),
  waits: form.text('waits'),
})

const MOST = 200

const Opening = (today: PlainDate) =>
  z.strictObject({
    kind: z.string().pipe(z.enum(ProceedingKind.options, 'Select what is being done')),
    reference: z
      .string()
      .trim()
      .max(MOST, `Its name or reference must be ${MOST} characters or fewer`)
      .transform((typed) => (typed === '' ? null : typed)),
    openedOn: DateTyped('The date it began', today),
    waits: z.string().pipe(z.enum(['yes', 'no'], 'Select whether the case has to wait for it')),
  })

const mistake = (text: string, href: string) => ({ ok: false as const, errors: [{ text, href }] })

/** A new proceeding; what is asked about the hold counts only where the case has to wait. */
export function readProceeding(
  typed: TypedProceeding,
  { diedOn, today }: { diedOn: PlainDate; today: PlainDate },
) {
  const { kind, reference, openedOn, waits, stages, ...check } = typed
  const read = readTyped(Opening(today), { kind, reference, openedOn, waits })
  if (!read.ok) return read
  const { waits: hasToWait, ...opening } = read.value
  if (hasToWait === 'no') return { ok: true as const, value: { ...opening, hold: null } }
  const reason = holdReasonOf[opening.kind]
  if (reason === null) return mistake('A case does not wait for this: select “No”', '#waits')
  const kept = stagesKept(reason, stages)
  if (kept.length === 0) return mistake('Select what has to wait', `#stages-${opening.kind}`)
  const from = opening.openedOn < diedOn ? diedOn : opening.openedOn
  const asked = readCheck(check, { from, today })
  if (!asked.ok) return asked
  return { ok: true as const, value: { ...opening, hold: { ...asked.value, stages: kept } } }
}

/** A step somebody took. */
export type TypedStep = { step: string; doneOn: DateParts; doneBy: string }
export const noStep: TypedStep = { step: '', doneOn: noDate, doneBy: '' }

export const typedStep = (form: PostedForm): TypedStep => ({
  step: form.text('step'),
  doneOn: typedDate(form, 'doneOn'),
  doneBy: form.text('doneBy'),
})

export function readStep(typed: TypedStep, kind: ProceedingKind, today: PlainDate) {
  const chosen = 'Select what was done'
  const Typed = z.strictObject({
    step: z
      .string()
      .pipe(z.enum(ProceedingStep.options, chosen))
      .refine((step) => stepsOf(kind).includes(step), chosen),
    doneOn: DateTyped('The date it was done', today),
    doneBy: z
      .string()
      .trim()
      .min(1, 'Enter who did it')
      .max(MOST, `Who did it must be ${MOST} characters or fewer`),
  })
  return readTyped(Typed, typed)
}

/** How it ended, and when. */
export type TypedClosing = { outcome: string; closedOn: DateParts }
export const noClosing: TypedClosing = { outcome: '', closedOn: noDate }

export const typedClosing = (form: PostedForm): TypedClosing => ({
  outcome: form.text('outcome'),
  closedOn: typedDate(form, 'closedOn'),
})

export function readClosing(
  typed: TypedClosing,
  { kind, openedOn, today }: { kind: ProceedingKind; openedOn: PlainDate; today: PlainDate },
) {
  const Typed = z.strictObject({
    outcome: z.string().pipe(z.enum(outcomesOf(kind), 'Select how it ended')),
    closedOn: DateTyped('The date it ended', today).refine((on) => on >= openedOn, {
      message: 'The date it ended must be the same as or after the date it began',
      path: ['day'],
    }),
  })
  return readTyped(Typed, typed)
}
