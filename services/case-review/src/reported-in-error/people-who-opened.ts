import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, Instant, PersonId } from '@cdop/domain'
import { z } from 'zod'

/** Somebody with an account who opened the case, its pack or a returned form, by the audit. */
export const Opening = z.strictObject({
  personId: PersonId,
  what: z.enum(['case.open', 'pack.open', 'information-request.read']),
  times: z.number().int().positive(),
  firstAt: Instant,
  lastAt: Instant,
})
export type Opening = z.infer<typeof Opening>

/**
 * Who opened a case, from the audit itself. Reads every entry of the area (the audit has no index by object, for under
 * row security none could be used): right for the rare page of a case reported in error, not for a worklist.
 */
export async function peopleWhoOpened(tx: Db, areaId: AreaId, caseId: CaseId): Promise<Opening[]> {
  const rows = await tx`
    select substr(entry->>'actor', 8) as person_id, entry->>'action' as what, count(*)::int as times,
      min(entry->>'at') as first_at, max(entry->>'at') as last_at
    from case_review.audit_entries
    where area_id = ${areaId} and entry->'object'->>'id' = ${caseId} and entry->>'actor' like 'person:%'
      and entry->>'action' = any (${[...Opening.shape.what.options]}::text[]) and entry->>'decision' = 'allowed'
    group by 1, 2 order by first_at, person_id, what
  `
  return rows.map((row) => Opening.parse(row))
}
