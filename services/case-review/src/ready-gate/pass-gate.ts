import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  GateItem,
  GoOnReason,
  Instant,
  PersonId,
  Refusal,
  readyGate,
  unmetOf,
} from '@cdop/domain'
import { z } from 'zod'
import type { CaseRow } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { gateFacts } from './gate-facts.ts'

/** Why a coordinator goes on without something the gate warns of. */
export const GoingOn = z
  .array(z.strictObject({ item: GateItem, reason: GoOnReason }))
  .max(GateItem.options.length)
  .refine((given) => new Set(given.map(({ item }) => item)).size === given.length, {
    message: 'gives two reasons for one thing',
  })
export type GoingOn = z.infer<typeof GoingOn>

/** What a case lacked when it was listed, and why that was done all the same. */
export const PassedWarning = z.strictObject({
  item: GateItem,
  reason: GoOnReason,
  lacking: z.int().positive(),
  passedBy: PersonId,
  listedAt: Instant,
})

/**
 * Lets a case, which is locked, through to an agenda, and keeps why for everything it lacks. A reason for what it has since is not kept.
 * @throws Refusal `not-confirmed`, or `not-ready-for-panel` naming what blocks or what nobody gave a reason for
 */
export async function passGate(
  tx: Db,
  parts: Pick<Parts, 'keys' | 'clock'>,
  areaId: AreaId,
  found: CaseRow,
  { goingOn, by, at }: { goingOn: GoingOn; by: PersonId; at: Instant },
): Promise<number> {
  const { version, findings } = readyGate(await gateFacts(tx, parts, areaId, found), parts.clock.today())
  const { blocks, warns } = unmetOf(findings, goingOn)
  if (blocks.includes('death-and-child-confirmed')) throw new Refusal('not-confirmed')
  if (blocks.length > 0) throw new Refusal('not-ready-for-panel', blocks)
  if (warns.length > 0) throw new Refusal('not-ready-for-panel', warns)
  const reasons = new Map(goingOn.map(({ item, reason }) => [item, reason]))
  const passed = findings.filter(({ lacking }) => lacking > 0)
  if (passed.length === 0) return 0
  const [{ listing } = { listing: 1 }] = await tx<{ listing: number }[]>`
    select coalesce(max(listing), 0) + 1 as listing from case_review.listing_warnings
    where area_id = ${areaId} and case_id = ${found.caseId}
  `
  for (const { item, lacking } of passed) {
    const reason = reasons.get(item)
    if (reason === undefined) throw new Error('what is lacking was passed for a reason')
    await tx`
      insert into case_review.listing_warnings (area_id, case_id, listing, listed_at, item, lacking, gate_version, reason,
        passed_by)
      values (${areaId}, ${found.caseId}, ${listing}, ${at}, ${item}, ${lacking}, ${version}, ${reason}, ${by})
    `
  }
  return passed.length
}

/** What a case lacked at its newest listing that went on without something, in the order of the gate. */
export async function passedWarnings(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
): Promise<z.infer<typeof PassedWarning>[]> {
  const rows = await tx`
    select w.item, w.reason, w.lacking, w.passed_by, w.listed_at from case_review.listing_warnings w
    join case_review.listings l on l.area_id = w.area_id and l.case_id = w.case_id and l.listed_at = w.listed_at
    where w.area_id = ${areaId} and w.case_id = ${caseId} and w.listing = (
      select max(n.listing) from case_review.listing_warnings n
      where n.area_id = ${areaId} and n.case_id = ${caseId}
    )
  `
  const order = (item: GateItem) => GateItem.options.indexOf(item)
  return rows.map((row) => PassedWarning.parse(row)).toSorted((one, two) => order(one.item) - order(two.item))
}
