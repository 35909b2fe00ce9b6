import type { Db } from '@cdop/database'
import { type AreaId, PlainDate, Refusal } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import type { ChildIdentity } from '../identity/child-identity.ts'
import { identifiersIn } from '../identity/identifiers-in.ts'
import { openBegun } from '../joint-agency-response/before-death.ts'
import type { StoredResponse } from '../joint-agency-response/response-store.ts'
import { openRecord } from '../merge/known-record.ts'

/** Stands where no date of birth is known: nobody types it. */
const LONG_AGO = PlainDate.parse('1900-01-01')

/** Who the child of a response is, as far as is written down: by the notification, and by what was known before death. */
async function knownChildren(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  { responseId, notificationId, began }: StoredResponse,
): Promise<readonly ChildIdentity[]> {
  const known: ChildIdentity[] = []
  if (notificationId !== null) {
    const { ownIdentity, identity } = await openRecord(tx, keys, areaId, notificationId)
    for (const { dateOfBirth, ...rest } of [ownIdentity, identity]) {
      known.push({ ...rest, dateOfBirth: dateOfBirth ?? rest.dateOfDeath })
    }
  }
  if (began === 'before-death') {
    const { child, dateOfBirth } = await openBegun(tx, keys, areaId, responseId)
    const names = child.split(/\s+/u)
    const born = dateOfBirth ?? LONG_AGO
    known.push({
      familyName: names.at(-1) ?? child,
      givenNames: names.slice(0, -1).join(' '),
      nhsNumber: null,
      dateOfBirth: born,
      dateOfDeath: known[0]?.dateOfDeath ?? born,
      sex: 'not-known',
      address: null,
      postcode: null,
    })
  }
  return known
}

/** @throws Refusal `identifiers-in-summary` naming the kinds found, never what was found */
export async function refuseIdentifiersOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  response: StoredResponse,
  text: string,
): Promise<void> {
  const children = await knownChildren(tx, keys, areaId, response)
  const found = new Set(children.flatMap((child) => identifiersIn(text, child)))
  if (found.size > 0) throw new Refusal('identifiers-in-summary', [...found])
}
