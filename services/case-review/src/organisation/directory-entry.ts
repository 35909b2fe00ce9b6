import type { Db } from '@cdop/database'
import { type AreaId, type OrganisationId, type PlainDate, Refusal } from '@cdop/domain'
import type { Organisation } from './organisation.ts'
import { findOrganisation } from './organisation-store.ts'

/**
 * The organisation of the directory, locked, as the person saw it who changes it.
 * @throws Refusal `not-found`; `stale` when somebody changed it since
 */
export async function entryToChange(
  tx: Db,
  { areaId, organisationId, version }: { areaId: AreaId; organisationId: OrganisationId; version: number },
  today: PlainDate,
): Promise<Organisation> {
  const found = await findOrganisation(tx, areaId, organisationId, today, { lock: true })
  if (found === null) throw new Refusal('not-found')
  if (found.version !== version) throw new Refusal('stale')
  return found
}

/** @throws Refusal `dates-out-of-order` when it would end before it begins */
export function requireDatesInOrder({
  activeFrom,
  activeTo,
}: Pick<Organisation, 'activeFrom' | 'activeTo'>): void {
  if (activeFrom !== null && activeTo !== null && activeTo < activeFrom) {
    throw new Refusal('dates-out-of-order', ['activeTo'])
  }
}
