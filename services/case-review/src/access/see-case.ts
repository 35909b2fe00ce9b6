import type { Db } from '@cdop/database'
import {
  AgeBand,
  type AreaId,
  CaseId,
  CaseReference,
  CaseState,
  type FieldClass,
  mayDo,
  type Person,
  PlainDate,
  Refusal,
  SEAT_DAYS_AFTER,
  SeatAs,
} from '@cdop/domain'
import { z } from 'zod'
import { type CaseRow, findCase } from '../case/case-store.ts'
import { packOpenings } from '../pack/pack-openings.ts'
import { awaitsStatement } from '../panel-statement/require-statement.ts'
import { decideCaseAccess, readForPanel } from './decide-case-access.ts'

/** A case the person may see, and what of it. */
export type SeenCase = {
  found: CaseRow
  classes: readonly FieldClass[]
  /** What they could see of it, had they signed the confidentiality statement. */
  afterSigning: readonly FieldClass[]
  /** What they could see of it, were the pack of its meeting open. */
  afterRelease: readonly FieldClass[]
}

/** What a list shows of a case it names: no name. */
export const CaseLine = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  state: CaseState,
  ageBand: AgeBand,
  diedOn: PlainDate,
})

const AccessRow = CaseLine.extend({
  listed: z.boolean(),
  conflicted: z.boolean(),
  keyWorker: z.boolean(),
  seat: SeatAs.nullable(),
})

/** A case that is there for a person, and the classes of content they may see of it. */
export type CaseAccess = { line: z.infer<typeof CaseLine> } & Pick<
  SeenCase,
  'classes' | 'afterSigning' | 'afterRelease'
>

/**
 * Which of some cases there are for a person, in the order asked, and what they may see of each: the one place where
 * that is looked up. A conflict of interest in any case of a child is one in every case of the child. Whose key worker
 * somebody is, is asked of a day, and so is whether they signed the confidentiality statement and whether a pack is open,
 * without which nobody reads for a panel, and whether they have a seat from another area: without `today` they are nobody's, have
 * not signed, and have none.
 */
export async function accessTo(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  today: PlainDate | null = null,
): Promise<CaseAccess[]> {
  const rows = await tx`
    with recursive up (asked, id) as (
      select a, a from unnest(${[...caseIds]}::uuid[]) a
      union
      select u.asked, c.merged_into from up u
      join case_review.cases c on c.area_id = ${areaId} and c.case_id = u.id and c.merged_into is not null
    )
    select c.case_id, c.reference, c.state, c.age_band, c.died_on,
      exists (
        select from case_review.listings l where l.area_id = c.area_id and l.case_id = c.case_id
      ) as listed,
      exists (
        select from up u
        join case_review.cases s on s.area_id = ${areaId} and s.case_id = u.id
        join case_review.withdrawals x
          on x.area_id = ${areaId} and x.case_id = any (s.case_ids) and x.person_id = ${person.personId}
        where u.asked = c.case_id
      ) as conflicted,
      exists (
        select from case_review.key_workers k
        where k.area_id = ${areaId} and k.case_id = any (c.case_ids) and k.person_id = ${person.personId}
          and k.from_on <= ${today}::date and (k.until_on is null or ${today}::date < k.until_on)
      ) as key_worker,
      (
        select g.seat from case_review.listings l
        join case_review.guest_seats g on g.area_id = l.area_id and g.panel_meeting_id = l.panel_meeting_id
        where l.area_id = c.area_id and l.case_id = c.case_id and g.person_id = ${person.personId}
          and ${today}::date <= g.held_on + ${SEAT_DAYS_AFTER}::int
      ) as seat
    from case_review.cases c
    where c.area_id = ${areaId} and c.case_id = any (${[...caseIds]}::uuid[])
    order by array_position(${[...caseIds]}::uuid[], c.case_id)
  `
  const awaits = await awaitsStatement(tx, person, areaId, today)
  const reads = today !== null && !awaits && mayDo(person, 'pack:read')
  const openings = reads ? await packOpenings(tx, areaId, caseIds, today) : null
  return rows
    .map((row) => AccessRow.parse(row))
    .flatMap(({ listed, conflicted, keyWorker, seat, ...line }) => {
      const facts = { state: line.state, listed, conflicted, keyWorker, seat }
      const pack = openings?.get(line.caseId) ?? 'not-released'
      const seen = decideCaseAccess(person, { ...facts, pack })
      if (seen === null) return []
      const whenOpen = decideCaseAccess(person, { ...facts, pack: 'open' }) ?? []
      const classes = seen.filter((one) => !awaits || !readForPanel.includes(one))
      const afterSigning = awaits ? whenOpen.filter((one) => readForPanel.includes(one)) : []
      const afterRelease = awaits ? [] : whenOpen.filter((one) => !seen.includes(one))
      return [{ line, classes, afterSigning, afterRelease }]
    })
}

/**
 * The case, if this person may see it at all; with `lock` it stays as it is until the transaction ends.
 * @throws Refusal `not-found` for another area's case, a conflicted one, one not for this role, and one that is none;
 * `statement-not-signed` when nothing but the confidentiality statement is missing
 */
export async function seeCase(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseId: CaseId,
  options: { lock?: boolean; today?: PlainDate } = {},
): Promise<SeenCase> {
  const found = await findCase(tx, areaId, caseId, options)
  const [access] = found === null ? [] : await accessTo(tx, person, areaId, [caseId], options.today ?? null)
  if (found === null || access === undefined) throw new Refusal('not-found')
  const { classes, afterSigning, afterRelease } = access
  if (classes.length === 0) throw new Refusal('statement-not-signed')
  return { found, classes, afterSigning, afterRelease }
}

/**
 * @throws Refusal `not-found` when the person may see the case but not this of it; `statement-not-signed`, `pack-not-open` while
 * they may not yet
 */
export function requireClass(seen: SeenCase, fieldClass: FieldClass): void {
  if (seen.afterSigning.includes(fieldClass)) throw new Refusal('statement-not-signed')
  if (seen.afterRelease.includes(fieldClass)) throw new Refusal('pack-not-open')
  if (!seen.classes.includes(fieldClass)) throw new Refusal('not-found')
}
