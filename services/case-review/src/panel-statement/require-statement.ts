import type { Db } from '@cdop/database'
import { type AreaId, mayDo, type Person, type PlainDate, Refusal } from '@cdop/domain'
import { standingOf } from './statement-store.ts'

/**
 * Whether this person reads cases for a panel and has not signed the confidentiality statement that is asked for today.
 * Where no day is known nobody has.
 */
export async function awaitsStatement(
  tx: Db,
  person: Person,
  areaId: AreaId,
  today: PlainDate | null,
): Promise<boolean> {
  if (!mayDo(person, 'pack:read')) return false
  return today === null || (await standingOf(tx, areaId, person.personId, today)).state !== 'signed'
}

/**
 * For what shows listed cases without opening one. Who works on cases anyway sees them by that.
 * @throws Refusal `statement-not-signed`
 */
export async function requireStatement(
  tx: Db,
  person: Person,
  areaId: AreaId,
  today: PlainDate,
): Promise<void> {
  if (mayDo(person, 'case:read')) return
  if (await awaitsStatement(tx, person, areaId, today)) throw new Refusal('statement-not-signed')
}
