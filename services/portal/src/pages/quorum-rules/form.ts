import { memberBounds, PanelAgency, PanelMeetingKind, type PlainDate, type QuorumRule } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export type TypedRule = {
  readonly minMembers: string
  readonly minShare: string
  /** Agencies each of which must be there. */
  readonly required: readonly string[]
  /** Agencies one of which is enough. */
  readonly oneOf: readonly string[]
  readonly validFrom: DateParts
}

/** The kind of panel that is asked for; the standard one when none is. */
export const kindAsked = (asked: string): PanelMeetingKind => PanelMeetingKind.catch('standard').parse(asked)

/** A rule as it stands in the form when nobody has typed yet. */
export function ruleAsTyped(rule: QuorumRule, validFrom: DateParts): TypedRule {
  const { minMembers, minShare, requiredAgencies } = rule
  return {
    minMembers: String(minMembers),
    minShare: minShare === null ? '' : String(minShare),
    required: requiredAgencies.filter((oneOf) => oneOf.length === 1).flat(),
    oneOf: requiredAgencies.filter((oneOf) => oneOf.length > 1).flat(),
    validFrom,
  }
}

export const typedRule = (form: PostedForm): TypedRule => ({
  minMembers: form.text('minMembers').trim(),
  minShare: form.text('minShare').trim(),
  required: form.all('required'),
  oneOf: form.all('oneOf'),
  validFrom: typedDate(form, 'validFrom'),
})

const whole = (typed: string, least: number, most: number) =>
  /^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most

const Agencies = z
  .array(z.string())
  .transform((typed) => PanelAgency.options.filter((agency) => typed.includes(agency)))

const NUMBER = `Enter a whole number of members from ${memberBounds.least} to ${memberBounds.most}`
const SHARE = 'The share must be a whole number from 1 to 100, or empty'

/** What a panel will need to decide, and from which day to come. */
export function readRule(typed: TypedRule, today: PlainDate) {
  const Typed = z.strictObject({
    minMembers: z
      .string()
      .refine((members) => whole(members, memberBounds.least, memberBounds.most), NUMBER)
      .transform(Number),
    minShare: z
      .string()
      .refine((share) => share === '' || whole(share, 1, 100), SHARE)
      .transform((share) => (share === '' ? null : Number(share))),
    required: Agencies,
    oneOf: Agencies.refine((oneOf) => oneOf.length !== 1, {
      message: 'Select at least two agencies of which one is enough, or none',
    }).refine((oneOf) => !oneOf.some((agency) => typed.required.includes(agency)), {
      message: 'An agency that must be there cannot be one of several as well',
    }),
    validFrom: DateTyped('The date it holds from', null).refine((on) => on > today, {
      message: 'The date it holds from must be in the future',
      path: ['day'],
    }),
  })
  const read = readTyped(Typed, { ...typed, required: [...typed.required], oneOf: [...typed.oneOf] })
  if (!read.ok) return read
  const { validFrom, minMembers, minShare, required, oneOf } = read.value
  const requiredAgencies = [...required.map((agency) => [agency]), ...(oneOf.length === 0 ? [] : [oneOf])]
  return { ok: true as const, value: { validFrom, rule: { minMembers, minShare, requiredAgencies } } }
}
