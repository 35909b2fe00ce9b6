import {
  ChasingLadder,
  type ChasingSettings,
  ChasingStep,
  ChasingText,
  defaultPartialReturnRules,
  LadderRung,
  MailedStep,
  PartialReturnRules,
  type PlainDate,
  type TextFault,
  textFault,
} from '@cdop/domain'
import { z } from 'zod'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, datePartsOf, typedDate } from '../../typed-form/typed-date.ts'
import { chasingStepWords } from '../../wording/chasing-words.ts'

/** How an area chases, as it is typed: no days for a step that is not used. */
export type TypedChasing = {
  readonly days: Readonly<Record<ChasingStep, string>>
  readonly texts: Readonly<Record<MailedStep, string>>
  /** What an agency may promise that sends a part: working days ahead, and how often anew. */
  readonly promise: Readonly<Record<keyof PartialReturnRules, string>>
  readonly from: DateParts
}

const ofSteps = (value: (step: ChasingStep) => string) =>
  z
    .record(ChasingStep, z.string())
    .parse(Object.fromEntries(ChasingStep.options.map((step) => [step, value(step)])))
const ofMails = (value: (step: MailedStep) => string) =>
  z
    .record(MailedStep, z.string())
    .parse(Object.fromEntries(MailedStep.options.map((step) => [step, value(step)])))

export const typedChasing = (form: PostedForm): TypedChasing => ({
  days: ofSteps((step) => form.text(`days-${step}`).trim()),
  texts: ofMails((step) => form.text(`text-${step}`)),
  promise: {
    workingDays: form.text('promise-days').trim(),
    renewals: form.text('promise-renewals').trim(),
  },
  from: typedDate(form, 'from'),
})

/** As it stands in the form when nobody has typed yet. */
export const chasingAsTyped = (
  { ladder, texts, promise }: ChasingSettings,
  today: PlainDate,
): TypedChasing => ({
  days: ofSteps((step) => String(ladder.find((rung) => rung.step === step)?.workingDays ?? '')),
  texts,
  promise: { workingDays: String(promise.workingDays), renewals: String(promise.renewals) },
  from: datePartsOf(today),
})

const faultWords: Readonly<Record<TextFault, string>> = {
  'unknown-placeholder': 'can have only {area} and {requests} filled in',
  'number-like-nhs': 'must not have a number with 10 digits, because it could be an NHS number',
  date: 'must not have a date, because the same words go to every agency',
  link: 'must not have a link, because the links of the requests are added',
}

function readLadder(days: TypedChasing['days']): { ladder: ChasingLadder; errors: ErrorItem[] } {
  const ladder: LadderRung[] = []
  const errors: ErrorItem[] = []
  for (const step of ChasingStep.options) {
    const typed = days[step]
    if (typed === '') continue
    const refuse = (text: string) =>
      errors.push({ text: `${chasingStepWords[step]}: ${text}`, href: `#days-${step}` })
    const rung = LadderRung.safeParse({ step, workingDays: /^-?\d{1,3}$/.test(typed) ? Number(typed) : null })
    if (!rung.success) refuse('enter a whole number of working days from -20 to 120, or nothing')
    else if (!ChasingLadder.safeParse([...ladder, rung.data]).success)
      refuse('must be later than the step before it')
    else ladder.push(rung.data)
  }
  return { ladder, errors }
}

function textErrors(texts: TypedChasing['texts']): ErrorItem[] {
  return MailedStep.options.flatMap((step) => {
    const typed = texts[step].trim()
    const name = `The words of “${chasingStepWords[step]}”`
    const says = (text: string) => [{ text: `${name} ${text}`, href: `#text-${step}` }]
    if (typed === '') return says('must not be empty')
    const fault = textFault(typed)
    if (fault !== null) return says(faultWords[fault])
    return ChasingText.safeParse(typed).success ? [] : says('must be 1000 characters or fewer')
  })
}

const whole = (typed: string): number | null => (/^\d{1,3}$/.test(typed) ? Number(typed) : null)

function readPromise(typed: TypedChasing['promise']): { promise: PartialReturnRules; errors: ErrorItem[] } {
  const { workingDays, renewals } = PartialReturnRules.shape
  const days = workingDays.safeParse(whole(typed.workingDays))
  const anew = renewals.safeParse(whole(typed.renewals))
  const errors = [
    ...(days.success
      ? []
      : [
          {
            text: 'How far ahead the rest can be promised must be a whole number of working days from 1 to 60',
            href: '#promise-days',
          },
        ]),
    ...(anew.success
      ? []
      : [
          {
            text: 'How often it can be promised anew must be a whole number from 0 to 10',
            href: '#promise-renewals',
          },
        ]),
  ]
  if (!days.success || !anew.success) return { promise: defaultPartialReturnRules, errors }
  return { promise: { workingDays: days.data, renewals: anew.data }, errors }
}

/** How an area is to chase from a day on; every mistake of every field at once. */
export function readChasing(
  typed: TypedChasing,
  today: PlainDate,
):
  | { ok: true; value: { settings: ChasingSettings; validFrom: PlainDate } }
  | { ok: false; errors: ErrorItem[] } {
  const { ladder, errors } = readLadder(typed.days)
  const From = z.strictObject({
    from: DateTyped('The first day', null).refine((on) => on >= today, {
      message: 'The first day must be today or in the future',
      path: ['day'],
    }),
  })
  const from = readTyped(From, { from: typed.from })
  const { promise, errors: promiseErrors } = readPromise(typed.promise)
  const all = [...errors, ...textErrors(typed.texts), ...promiseErrors, ...(from.ok ? [] : from.errors)]
  if (!from.ok || all.length > 0) return { ok: false, errors: all }
  const settings = { ladder, texts: { ...typed.texts }, promise }
  return { ok: true, value: { settings, validFrom: from.value.from } }
}
