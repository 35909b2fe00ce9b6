import { type PersonId, type RequestId, SYSTEM_AREA } from '@cdop/domain'
import type { PortalParts } from '../portal-parts.ts'
import { openSession } from '../session/open-session.ts'
import { openAreas, portalActor } from '../session/visitor.ts'
import { bindSubject, userBySubject } from '../user/user-store.ts'
import type { ProvenIdentity } from './identity-provider.ts'

/** What a proven identity led to: a session token, or nothing because nobody here knows the person. */
export type SignIn = { token: string; areas: number } | null

/**
 * Signs in whom the identity provider proved, if an administrator invited them and their access stands. Audited
 * either way, in the transaction that opens the session.
 * @param before the session token the browser sent, which ends here
 */
export async function completeSignIn(
  parts: PortalParts,
  identity: ProvenIdentity,
  { before, requestId }: { before: string | null; requestId: RequestId },
): Promise<SignIn> {
  const personId = await knownPerson(parts, identity)
  const areas = personId === null ? [] : await openAreas(parts, personId, requestId)
  const [first] = areas
  const own = areas.filter(({ guest }) => !guest)
  const actor = portalActor(SYSTEM_AREA, requestId, personId)
  return parts.database.transaction(actor, async (tx) => {
    const object = { kind: 'person', id: personId ?? 'unknown' }
    if (personId === null || first === undefined) {
      await parts.audit.record(tx, actor, SYSTEM_AREA, {
        action: 'session.start',
        object,
        decision: 'refused',
      })
      return null
    }
    await parts.audit.record(tx, actor, SYSTEM_AREA, { action: 'session.start', object })
    const [only = first] = own
    const areaId = areas.length === 1 || own.length === 1 ? only.areaId : null
    const token = await openSession(tx, parts.clock, { kind: 'person', personId, areaId }, before)
    return { token, areas: areaId === null ? areas.length : 1 }
  })
}

async function knownPerson(parts: PortalParts, identity: ProvenIdentity): Promise<PersonId | null> {
  const { issuer, subject, email } = identity
  return parts.database.withoutActor(async (tx) => {
    const known = await userBySubject(tx, issuer, subject)
    if (known !== null || email === null) return known
    return bindSubject(tx, { issuer, subject, email })
  })
}
