import { HeldStage, HoldReason, keepsWaiting, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

/** Somebody asked how it stands. */
export type TypedCheck = { contact: string; confirmedOn: DateParts; nextCheckOn: DateParts }
export type TypedHold = TypedCheck & { reason: string; stages: readonly string[]; from: DateParts }

const noDate = { day: '', month: '', year: '' }
export const noCheck: TypedCheck = { contact: '', confirmedOn: noDate, nextCheckOn: noDate }
export const noHold: TypedHold = { ...noCheck, reason: '', stages: [], from: noDate }

export const typedCheck = (form: PostedForm): TypedCheck => ({
  contact: form.text('contact'),
  confirmedOn: typedDate(form, 'confirmedOn'),
  nextCheckOn: typedDate(form, 'nextCheckOn'),
})

/** The stages of a reason are asked beside it: those ticked beside another one do not count. */
export const typedHold = (form: PostedForm): TypedHold => ({
  ...typedCheck(form),
  reason: form.text('reason'),
  stages: form.all(`stages-${form.text('reason')}`),
  from: typedDate(form, 'from'),
})

const MOST = 500

function check(today: PlainDate) {
  const afterToday = 'The date to ask again must be in the future'
  return {
    contact: z
      .string()
      .trim()
      .min(1, 'Enter whom to ask how it stands')
      .max(MOST, `Whom to ask must be ${MOST} characters or fewer`),
    confirmedOn: DateTyped('The date somebody last heard that it goes on', today),
    nextCheckOn: DateTyped('The date to ask again', null).refine((on) => on > today, {
      message: afterToday,
      path: ['day'],
    }),
  }
}

const notBefore = (name: string, when: string) => ({
  message: `${name} must be the same as or after ${when}`,
  path: ['confirmedOn', 'day'],
})

/** The stages a reason may or may not keep waiting, where the coordinator decides. */
export const decidedStages = (reason: HoldReason): readonly HeldStage[] =>
  HeldStage.options.filter((stage) => keepsWaiting[reason][stage] === 'decided')

/** Those a reason always keeps waiting. */
const certainStages = (reason: HoldReason): readonly HeldStage[] =>
  HeldStage.options.filter((stage) => keepsWaiting[reason][stage] === 'always')

/** What a reason keeps waiting of a case: what it always does, and what was ticked of the rest. */
export const stagesKept = (reason: HoldReason, ticked: readonly string[]): HeldStage[] => [
  ...certainStages(reason),
  ...decidedStages(reason).filter((stage) => ticked.includes(stage)),
]

/** A new hold: what the case waits for, since when, and whom to ask. */
export function readHold(typed: TypedHold, { diedOn, today }: { diedOn: PlainDate; today: PlainDate }) {
  const Typed = z
    .strictObject({
      reason: z.string().pipe(z.enum(HoldReason.options, 'Select what the case waits for')),
      stages: z.array(z.string()),
      from: DateTyped('The date it began', today).refine((on) => on >= diedOn, {
        message: 'The date it began must be the same as or after the date of death',
        path: ['day'],
      }),
      ...check(today),
    })
    .refine(
      ({ from, confirmedOn }) => confirmedOn >= from,
      notBefore('The date somebody last heard that it goes on', 'the date it began'),
    )
  const read = readTyped(Typed, { ...typed, stages: [...typed.stages] })
  if (!read.ok) return read
  const { reason } = read.value
  const stages = stagesKept(reason, read.value.stages)
  if (stages.length > 0) return { ok: true as const, value: { ...read.value, stages } }
  return {
    ok: false as const,
    errors: [{ text: 'Select what has to wait', href: `#stages-${reason}` }],
  }
}

/** A hold that goes on. */
export function readCheck(typed: TypedCheck, { from, today }: { from: PlainDate; today: PlainDate }) {
  const Typed = z
    .strictObject(check(today))
    .refine(
      ({ confirmedOn }) => confirmedOn >= from,
      notBefore('The date somebody last heard that it goes on', 'the date it began'),
    )
  return readTyped(Typed, typed)
}

/** A hold that is over. */
export function readEnd(until: DateParts, { from, today }: { from: PlainDate; today: PlainDate }) {
  const Typed = z.strictObject({
    until: DateTyped('The date it ended', today).refine((on) => on >= from, {
      message: 'The date it ended must be the same as or after the date it began',
      path: ['day'],
    }),
  })
  return readTyped(Typed, { until })
}
