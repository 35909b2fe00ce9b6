import { AreaId, type Clock, MOST_AREAS_ASKED, PlainDate, PlainTime, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { RegionalWords } from './regional-store.ts'

/** When and where the areas meet, and what for. */
export const RegionalPlan = z.strictObject({
  ...RegionalWords.shape,
  heldOn: PlainDate,
  startsAt: PlainTime,
  endsAt: PlainTime,
})
export type RegionalPlan = z.infer<typeof RegionalPlan>

/** The areas that are asked: one at least, none twice. */
export const AskedAreas = z
  .array(AreaId)
  .min(1)
  .max(MOST_AREAS_ASKED)
  .refine((areas) => new Set(areas).size === areas.length, { message: 'has an area twice' })

/** @throws Refusal `dates-out-of-order` for a day that has been, or an end before the beginning */
export function requireToCome({ heldOn, startsAt, endsAt }: RegionalPlan, clock: Clock): void {
  if (heldOn < clock.today()) throw new Refusal('dates-out-of-order', ['heldOn'])
  if (endsAt <= startsAt) throw new Refusal('dates-out-of-order', ['endsAt'])
}

export const wordsOf = ({ theme, place, terms }: RegionalPlan): RegionalWords => ({ theme, place, terms })
