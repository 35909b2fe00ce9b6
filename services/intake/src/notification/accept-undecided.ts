import { randomBytes } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  AgeBand,
  type AreaId,
  ageBand,
  CaseId,
  CaseReference,
  caseReference,
  countedAuthority,
  gestationBand,
  type Neighbourhood,
  type NotificationContent,
  type NotificationId,
  type PayloadOf,
  Refusal,
  type ScopeAssessment,
  stillConfirms,
} from '@cdop/domain'
import { newDataKey, subjectCipher } from '@cdop/encryption'
import { completeness } from '@cdop/forms'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { addCase, knownInArea } from '../case/case-store.ts'
import { newCaseId } from '../case/new-case-id.ts'
import { confirmationsOf } from '../confirmation/confirmation-store.ts'
import { confirmedEvent } from '../confirmation/confirmed-event.ts'
import { reviewsOfNotification } from '../duplicate-review/review-store.ts'
import { identityOf, indexesOf, type KnownIdentity } from '../identity/child-identity.ts'
import { openRecord } from '../merge/known-record.ts'
import { importedAs } from '../open-case-import/imported-as.ts'
import { neighbourhoodOf } from '../postcode/neighbourhood.ts'
import { lockUndecided, requireNotOffered, type Undecided } from './decide.ts'

export const Accepted = z.strictObject({ caseId: CaseId, caseReference: CaseReference })
export type Accepted = z.infer<typeof Accepted>

/** References to choose from: with a few thousand cases a year one is taken now and then. */
const CANDIDATES = 4

function requireInScope({ outcome, ruleId }: ScopeAssessment): void {
  if (outcome === 'pending') throw new Refusal('scope-pending')
  if (outcome === 'out') throw new Refusal(ruleId === 'R8' ? 'not-resident-here' : 'out-of-scope')
}

/** What other services learn of the death: ids, codes and bands; of the child, what is known with records merged in. */
export function acceptedPayload(
  { caseId, caseReference: reference }: Accepted,
  notificationId: NotificationId,
  { stored, decisions, read: { form, answers, content } }: Pick<Undecided, 'stored' | 'decisions' | 'read'>,
  now: KnownIdentity,
  neighbourhood: Neighbourhood | null,
): PayloadOf<'notification.accepted.v1'> {
  const { child, death }: NotificationContent = content
  if (now.dateOfBirth === null) throw new Refusal('scope-pending')
  const items = completeness(form, answers)
  return {
    caseId,
    caseReference: reference,
    notificationId,
    receivedOn: stored.receivedOn,
    diedOn: now.dateOfDeath,
    ageBand: AgeBand.parse(ageBand(now.dateOfBirth, now.dateOfDeath)),
    sex: now.sex,
    ethnicCategory: child.ethnicCategory,
    placeOfDeath: death.placeOfDeath,
    expectedness: death.expectedness,
    localAuthority: countedAuthority(content, decisions.residency),
    jarTriggers: death.jarTriggers ?? [],
    flags: child.flags ?? [],
    ...(death.gestationWeeks !== undefined && { gestation: gestationBand(death.gestationWeeks) }),
    ...(death.responseStarted !== undefined && { responseStarted: death.responseStarted }),
    otherReviews: death.otherReviews ?? [],
    formVersion: stored.formVersion,
    completeness: Object.fromEntries(items.map(({ path, status }) => [path, status])),
    ...(neighbourhood !== null && { neighbourhood }),
  }
}

/**
 * Accepts a notification within a transaction: the death is in scope, the child becomes a case, and every service hears of
 * it. Nothing is written when it is refused.
 * @throws Refusal when it cannot be accepted as it stands
 */
export async function acceptUndecided(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  input: { areaId: AreaId; notificationId: NotificationId; version: number },
): Promise<Accepted> {
  const { areaId, notificationId } = input
  const undecided = await lockUndecided(tx, parts.keys, input)
  requireNotOffered(undecided)
  const { content, unanswered } = undecided.read
  if (unanswered.length > 0) throw new Refusal('notification-incomplete', unanswered)
  requireInScope(undecided.scope)

  const indexes = indexesOf(parts.keys, content)
  const year = Number(parts.clock.today().slice(0, 4))
  const candidates = Array.from({ length: CANDIDATES }, () =>
    caseReference(undecided.stored.area.code, year, randomBytes(6)),
  )
  const known = await knownInArea(tx, areaId, notificationId, candidates)
  if (known.child) throw new Refusal('child-already-known')
  const reviews = await reviewsOfNotification(tx, areaId, notificationId)
  if (reviews.some(({ blocks }) => blocks)) throw new Refusal('duplicate-undecided')
  const { identity: childNow } = await openRecord(tx, parts.keys, areaId, notificationId)

  const acceptedAt = parts.clock.now()
  const caseId = newCaseId(acceptedAt)
  const reference = CaseReference.parse(candidates.find((one) => !known.references.includes(one)))
  const wrapped = newDataKey(parts.keys, areaId, caseId)
  const cipher = subjectCipher(parts.keys, areaId, caseId, wrapped)
  const identity = cipher.sealJson('children', 'identity', identityOf(content))
  const accepted = { caseId, caseReference: reference }
  await addCase(tx, {
    areaId,
    caseId,
    reference,
    notificationId,
    wrapped,
    identity,
    indexes,
    acceptedAt,
  })
  await parts.audit.record(
    tx,
    actor,
    areaId,
    {
      action: 'notification.accept',
      object: { kind: 'notification', id: notificationId },
      fieldClasses: ['identity'],
    },
    { action: 'case.identify', object: { kind: 'case', id: caseId }, fieldClasses: ['identity'] },
  )
  const imported = await importedAs(tx, { areaId, notificationId })
  const neighbourhood = await neighbourhoodOf(tx, content, undecided.decisions.residency)
  const [newest] = await confirmationsOf(tx, { areaId, notificationId }, null)
  const holds = newest !== undefined && stillConfirms(newest, content.death.dateOfDeath)
  await parts.publisher.publish(
    tx,
    actor,
    areaId,
    {
      type: 'notification.accepted.v1',
      subject: caseId,
      payload: {
        ...acceptedPayload(accepted, notificationId, undecided, childNow, neighbourhood),
        ...(actor.kind === 'person' && actor.roles.includes('coordinator') && { acceptedBy: actor.personId }),
        ...(imported !== null && { imported }),
      },
    },
    ...(holds ? [confirmedEvent(caseId, newest)] : []),
  )
  return accepted
}
