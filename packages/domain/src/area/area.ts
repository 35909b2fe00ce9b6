import { z } from 'zod'
import { AreaId } from '../id/id.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { text } from '../text/text.ts'

/** A local authority's code as the Office for National Statistics gives it; other jurisdictions keep their own. */
export const AuthorityCode = z
  .string()
  .regex(/^[A-Z0-9]{2,12}$/)
  .brand<'AuthorityCode'>()
export type AuthorityCode = z.infer<typeof AuthorityCode>

const dated = { from: PlainDate, until: PlainDate.nullable() }

/**
 * One CDOP's footprint with what belongs to it over time: local authorities, child death review partners (the
 * authority and every integrated care board in it, s.16Q) and the named controllers of the records.
 * `until` is the last day; null means still so.
 */
export const Area = z.strictObject({
  areaId: AreaId,
  code: z.string().regex(/^[A-Z]{2,6}$/),
  name: text(120),
  authorities: z.array(z.strictObject({ code: AuthorityCode, name: text(120), ...dated })).min(1),
  partners: z.array(z.strictObject({ name: text(200), ...dated })).min(1),
  controllers: z.array(z.strictObject({ name: text(200), ...dated })).min(1),
})
export type Area = z.infer<typeof Area>

/** True when the period holds the date. */
export function inForce(period: { from: PlainDate; until: PlainDate | null }, on: PlainDate): boolean {
  return period.from <= on && (period.until === null || on <= period.until)
}

/** True when the authority was part of the area on that date. */
export function covers(area: Area, authority: AuthorityCode, on: PlainDate): boolean {
  return area.authorities.some((held) => held.code === authority && inForce(held, on))
}
