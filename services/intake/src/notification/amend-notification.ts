import { isDeepStrictEqual } from 'node:util'
import { AreaId, ageBand, assessScope, NotificationId, ScopeAssessment } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { indexesOf } from '../identity/child-identity.ts'
import { openResponse } from '../joint-agency-response/open-response.ts'
import { hasResponse } from '../joint-agency-response/response-store.ts'
import { checkForSameChild } from '../matching/check-for-same-child.ts'
import { matchToRegister } from '../registration/match-registered.ts'
import { personDeciding } from '../residency/person-deciding.ts'
import { requires } from '../rpc.ts'
import { lockUndecided } from './decide.ts'
import { replaceAnswers } from './earlier-answers-store.ts'
import { readArriving } from './receive-notification.ts'
import { sealAnswers } from './sealed-answers.ts'

const Amendment = z.strictObject({
  areaId: AreaId,
  notificationId: NotificationId,
  key: AttemptKey,
  version: z.int().positive(),
  formVersion: z.string().max(40),
  answers: z.record(z.string().max(80), z.unknown()),
})

const Amended = z.strictObject({ version: z.int(), scope: ScopeAssessment })

/**
 * Corrects or completes the answers of a notification nobody has decided yet. Held to all that a new one is held to; the
 * earlier answers stay sealed, with who replaced them and when. What follows from the answers follows again: scope, the
 * same child notified before, the registered deaths, and the page to whoever is on call if only now they call for a joint agency response.
 * @throws Refusal as `receiveNotification` does; `notification-decided`, `stale`
 */
export const amendNotification = requires('notification:accept')
  .input(Amendment)
  .output(Amended)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'notification.amend', areaId: input.areaId, input, outcome: Amended },
      async (tx) => {
        const { actor, parts } = ctx
        const { areaId, notificationId, formVersion } = input
        const { stored, read: before, decisions, scope } = await lockUndecided(tx, parts.keys, input)
        const { receivedOn, wrapped, version } = stored
        const read = readArriving({ ...input, door: 'coordinator', receivedOn }, parts)
        if (isDeepStrictEqual(read.answers, before.answers)) return { version, scope }
        const { child, death } = read.content
        const at = parts.clock.now()
        const indexes = indexesOf(parts.keys, read.content)
        const amended = await replaceAnswers(tx, {
          areaId,
          notificationId,
          formVersion,
          answers: sealAnswers(parts.keys, { areaId, notificationId, wrapped }, read, at),
          diedOn: death.dateOfDeath,
          ageBand: child.dateOfBirth && ageBand(child.dateOfBirth, death.dateOfDeath),
          placeOfDeath: death.placeOfDeath,
          indexes,
          replacedBy: personDeciding(actor),
          replacedAt: at,
        })
        await matchToRegister(tx, parts, areaId, {
          notificationId,
          content: read.content,
          diedOn: death.dateOfDeath,
          nhsNumber: indexes.nhsNumber,
        })
        const checked = { areaId, notificationId, wrapped, content: read.content, again: true as const }
        await checkForSameChild(tx, parts, checked)
        if (!(await hasResponse(tx, areaId, notificationId))) {
          await openResponse(tx, { actor, parts }, { areaId, notificationId, content: read.content })
        }
        await parts.audit.record(tx, actor, areaId, {
          action: 'notification.amend',
          object: { kind: 'notification', id: notificationId },
          fieldClasses: ['identity'],
        })
        return { version: amended, scope: assessScope(read.content, stored.area, decisions) }
      },
    ),
  )
