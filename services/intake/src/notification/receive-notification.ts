import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  ageBand,
  doneFrom,
  isTestRange,
  type NotificationDoor,
  NotificationId,
  type PlainDate,
  Refusal,
  wrongDates,
} from '@cdop/domain'
import { newDataKey } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { areaWithSettings } from '../area/area-settings-store.ts'
import { indexesOf } from '../identity/child-identity.ts'
import { followFromAnswers } from './follow-from-answers.ts'
import { questionFor, type ReadAnswers, readWireAnswers } from './notification-form.ts'
import { addNotification } from './notification-store.ts'
import { sealAnswers } from './sealed-answers.ts'
import { standingOf } from './standing.ts'

/** A notification as it stands at a door: not yet held to anything. */
export type Arriving = {
  areaId: AreaId
  door: NotificationDoor
  receivedOn: PlainDate
  formVersion: string
  answers: Readonly<Record<string, unknown>>
}

/** @throws Refusal naming the questions whose dates or number cannot be right */
function check(
  { form, content }: ReadAnswers,
  receivedOn: PlainDate,
  { clock, deployment }: ServiceParts,
): void {
  const today = clock.today()
  if (receivedOn > today) throw new Refusal('date-in-future', ['receivedOn'])
  const wrong = wrongDates(content, today).map((path) => questionFor(form, path))
  if (wrong.length > 0) throw new Refusal('dates-out-of-order', wrong)
  if (receivedOn < content.death.dateOfDeath) throw new Refusal('dates-out-of-order', ['receivedOn'])
  if (deployment !== 'live') return
  const { nhsNumber, motherNhsNumber } = content.child
  const numbers = { 'child.nhsNumber': nhsNumber, 'child.motherNhsNumber': motherNhsNumber }
  const tests = Object.entries(numbers).flatMap(([path, number]) =>
    number !== undefined && isTestRange(number) ? [questionFor(form, path)] : [],
  )
  if (tests.length > 0) throw new Refusal('test-number-in-live', tests)
}

/**
 * Holds a notification to everything that is asked of it before it is stored. For doors that must know beforehand. What
 * neonatal surveillance forwards may lack answers: it is kept, and accepted once somebody has given them.
 * @throws Refusal as `receiveNotification` does
 */
export function readArriving(
  { door, receivedOn, formVersion, answers }: Arriving,
  parts: ServiceParts,
): ReadAnswers {
  const fullness = door === 'neonatal-surveillance' ? 'thin' : 'complete'
  const read = readWireAnswers(answers, formVersion, receivedOn, fullness)
  check(read, receivedOn, parts)
  return read
}

/**
 * The one path by which every notification comes in, whatever the door: held to the form in force, its dates and its
 * NHS number; sealed; audited; told to the other services. Whatever must happen to each notification happens here,
 * so that no door can leave it out.
 * @throws Refusal `invalid-answers`, `dates-out-of-order`, `date-in-future` or `test-number-in-live`, naming the
 * questions at fault
 */
export async function receiveNotification(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  arriving: Arriving,
): Promise<NotificationId> {
  const { areaId, door, receivedOn, formVersion } = arriving
  const read = readArriving(arriving, parts)
  const { child, death } = read.content
  const notificationId = NotificationId.parse(randomUUID())
  const wrapped = newDataKey(parts.keys, areaId, notificationId)
  const submittedAt = parts.clock.now()
  const indexes = indexesOf(parts.keys, read.content)
  const { area, settings } = await areaWithSettings(tx, areaId)
  const undecided = { residency: null, discretion: null, agreedHere: false }
  await addNotification(tx, {
    areaId,
    notificationId,
    door,
    organisationId: actor.kind === 'organisation' ? actor.organisationId : null,
    wrapped,
    receivedOn,
    formVersion,
    answers: sealAnswers(parts.keys, { areaId, notificationId, wrapped }, read, submittedAt),
    diedOn: death.dateOfDeath,
    ageBand: child.dateOfBirth && ageBand(child.dateOfBirth, death.dateOfDeath),
    placeOfDeath: death.placeOfDeath,
    indexes,
    submittedAt,
    standing: standingOf(read, { receivedOn, area, decisions: undecided }),
    receivedFrom: doneFrom(receivedOn, submittedAt),
    notifyWithinHours: settings.notifyWithinHours,
    nationalWithinHours: settings.tellNationalWithinHours,
  })
  const answered = { areaId, notificationId, wrapped, content: read.content, indexes }
  await followFromAnswers(tx, { actor, parts }, { ...answered, again: false })
  await parts.audit.record(tx, actor, areaId, {
    action: 'notification.submit',
    object: { kind: 'notification', id: notificationId },
    fieldClasses: ['identity'],
  })
  await parts.publisher.publish(tx, actor, areaId, {
    type: 'notification.received.v1',
    subject: notificationId,
    payload: { notificationId, receivedOn },
  })
  return notificationId
}
