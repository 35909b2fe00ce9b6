import { randomUUID } from 'node:crypto'
import { AreaId, ageBand, isTestRange, NotificationId, PlainDate, Refusal, wrongDates } from '@cdop/domain'
import { newDataKey } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { indexesOf } from '../identity/child-identity.ts'
import { requires } from '../rpc.ts'
import { questionFor, type ReadAnswers, readWireAnswers } from './notification-form.ts'
import { addNotification } from './notification-store.ts'
import { sealAnswers } from './sealed-answers.ts'

const Submission = z.strictObject({
  areaId: AreaId,
  key: AttemptKey,
  formVersion: z.string().max(40),
  answers: z.record(z.string().max(80), z.unknown()),
  receivedOn: PlainDate,
})

const Submitted = z.strictObject({ notificationId: NotificationId })

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
  const { nhsNumber } = content.child
  if (deployment === 'live' && nhsNumber !== undefined && isTestRange(nhsNumber)) {
    throw new Refusal('test-number-in-live', [questionFor(form, 'child.nhsNumber')])
  }
}

/** Takes in a notification form (Form A) that is complete by the version in force on the day it was received. */
export const submitNotification = requires('notification:submit')
  .input(Submission)
  .output(Submitted)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'notification.submit', areaId: input.areaId, input, outcome: Submitted },
      async (tx) => {
        const { actor, parts } = ctx
        const { areaId, receivedOn, formVersion } = input
        const read = readWireAnswers(input.answers, formVersion, receivedOn)
        check(read, receivedOn, parts)
        const { child, death } = read.content
        const notificationId = NotificationId.parse(randomUUID())
        const wrapped = newDataKey(parts.keys, areaId, notificationId)
        const submittedAt = parts.clock.now()
        await addNotification(tx, {
          areaId,
          notificationId,
          wrapped,
          receivedOn,
          formVersion,
          answers: sealAnswers(parts.keys, { areaId, notificationId, wrapped }, read, submittedAt),
          diedOn: death.dateOfDeath,
          ageBand: ageBand(child.dateOfBirth, death.dateOfDeath),
          placeOfDeath: death.placeOfDeath,
          indexes: indexesOf(parts.keys, read.content),
          submittedAt,
        })
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
        return { notificationId }
      },
    ),
  )
