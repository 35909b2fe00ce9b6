import { isDeepStrictEqual } from 'node:util'
import type { Db } from '@cdop/database'
import { type AreaId, type Instant, step, type TransferId } from '@cdop/domain'
import { z } from 'zod'
import { type CaseRow, findCase, markConfirmed, type NewCase } from '../case/case-store.ts'

/** What is left of a case another area took over. @throws Refusal `not-allowed-in-this-state` */
export async function markTransferred(
  tx: Db,
  areaId: AreaId,
  found: CaseRow,
  transferId: TransferId,
): Promise<void> {
  step(found.state, 'transferred')
  await tx`
    update case_review.cases
    set state = 'transferred', state_before_transfer = state, left_by = ${transferId}, version = version + 1,
      offered_at = null, offered_by = null, next_what = 'none', next_due_on = null
    where area_id = ${areaId} and case_id = ${found.caseId}
  `
}

/**
 * There is a stub of a case that comes from another area until all of it has arrived; one left by an earlier stay
 * serves again. Whether death and identity are confirmed is told anew.
 */
export async function expectCase(
  tx: Db,
  areaId: AreaId,
  coming: NewCase,
  { transferId, at }: { transferId: TransferId; at: Instant },
): Promise<void> {
  await tx`
    insert into case_review.cases as c (
      area_id, case_id, reference, died_on, received_on, age_band, sex, expectedness, place_of_death,
      local_authority, state, next_what, not_told, opened_at, arriving_by
    ) values (
      ${areaId}, ${coming.caseId}, ${coming.reference}, ${coming.diedOn}, ${coming.receivedOn}, ${coming.ageBand},
      ${coming.sex}, ${coming.expectedness}, ${coming.placeOfDeath}, ${coming.localAuthority}, 'transferred', 'none',
      0, ${at}, ${transferId}
    )
    on conflict (area_id, case_id) do update
    set arriving_by = excluded.arriving_by, death_confirmed_by = null, death_confirmed_on = null,
      identity_confirmed_by = null, identity_confirmed_on = null, confirmed_at = null
    where c.state = 'transferred'
  `
}

/** This area's own: what it is found by, how far it is being handed over, and what other cases were merged with it. */
const ownColumns = [
  'area_id',
  'case_id',
  'version',
  'state',
  'state_before_transfer',
  'left_by',
  'arriving_by',
  'offered_at',
  'offered_by',
  'case_ids',
  'merged_into',
  'merge_id',
  'merged_at',
  'state_before_merge',
  'coordinator_id',
]

/** The columns a case is carried with; whatever is added later is one of them. */
async function carriedColumns(tx: Db): Promise<readonly string[]> {
  const rows = await tx`
    select attname as name from pg_attribute
    where attrelid = 'case_review.cases'::regclass and attnum > 0 and not attisdropped order by attnum
  `
  return rows.map((row) => z.string().parse(row['name'])).filter((name) => !ownColumns.includes(name))
}

/** A stub becomes the case, and stands where it stood. What is confirmed here by now counts. */
export async function fillStub(tx: Db, areaId: AreaId, stub: CaseRow, row: string): Promise<void> {
  const [first, ...others] = await carriedColumns(tx)
  if (first === undefined) throw new Error('a case has no columns')
  const columns = others.reduce((listed, name) => tx`${listed}, ${tx(name)}`, tx`${tx(first)}`)
  await tx`
    update case_review.cases c
    set (state, version, arriving_by, left_by, state_before_transfer, ${columns}) = (
      select come.state_before_transfer, greatest(c.version, come.version) + 1, null::uuid, null::uuid, null::text,
        ${columns}
      from jsonb_populate_record(null::case_review.cases, ${row}::text::jsonb) come
    )
    where c.area_id = ${areaId} and c.case_id = ${stub.caseId}
  `
  const filled = await findCase(tx, areaId, stub.caseId)
  const confirmed = confirmationOf(stub)
  if (confirmed === null || (filled !== null && isDeepStrictEqual(wordsOf(stub), wordsOf(filled)))) return
  await markConfirmed(tx, areaId, stub.caseId, confirmed)
}

const wordsOf = ({
  deathConfirmedBy,
  deathConfirmedOn,
  identityConfirmedBy,
  identityConfirmedOn,
}: CaseRow) => [deathConfirmedBy, deathConfirmedOn, identityConfirmedBy, identityConfirmedOn]

/** Who confirmed the death and who the child is, when that is recorded. */
function confirmationOf(found: CaseRow): Parameters<typeof markConfirmed>[3] | null {
  const { deathConfirmedBy, deathConfirmedOn, identityConfirmedBy, identityConfirmedOn, confirmedAt } = found
  if (deathConfirmedBy === null || deathConfirmedOn === null || confirmedAt === null) return null
  if (identityConfirmedBy === null || identityConfirmedOn === null) return null
  return {
    death: { by: deathConfirmedBy, on: deathConfirmedOn },
    identity: { by: identityConfirmedBy, on: identityConfirmedOn },
    at: confirmedAt,
  }
}

/** All of a case has come by this transfer. */
export async function hasArrived(tx: Db, areaId: AreaId, transferId: TransferId): Promise<boolean> {
  const rows = await tx`
    select from case_review.arrivals where area_id = ${areaId} and transfer_id = ${transferId}
  `
  return rows.length > 0
}

export async function markArrived(
  tx: Db,
  areaId: AreaId,
  transferId: TransferId,
  at: Instant,
): Promise<void> {
  await tx`
    insert into case_review.arrivals (area_id, transfer_id, arrived_at) values (${areaId}, ${transferId}, ${at})
  `
}
