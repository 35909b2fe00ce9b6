import { AreaId, ResponseId, requireArea } from '@cdop/domain'
import { SummarySection, summary } from '@cdop/forms'
import { z } from 'zod'
import { findNotification } from '../notification/notification-store.ts'
import { openAnswers } from '../notification/sealed-answers.ts'
import { requireNotWithheld, WithheldAsFarAsKnown } from '../response-record/record-access.ts'
import { requires } from '../rpc.ts'
import { hasLeft } from '../transfer/transfer-store.ts'
import { BegunContent, openBegun } from './before-death.ts'
import { findResponse } from './response-store.ts'

/**
 * Who the child of a response is, who notified and how they are reached. Audited before it is answered. Once there is
 * a case, who may see the child is case-review's to say, and nothing of the notification is shown here; nor is anything
 * of one that was reported in error or that another area took over.
 */
export const identifyResponse = requires('response:identify')
  .input(z.strictObject({ areaId: AreaId, responseId: ResponseId, withheld: WithheldAsFarAsKnown }))
  .output(z.strictObject({ sections: z.array(SummarySection), begun: BegunContent.nullable() }))
  .query(({ ctx: { actor, parts }, input: { areaId, responseId, withheld } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const response = await findResponse(tx, areaId, responseId)
      await requireNotWithheld(tx, response, { areaId, withheld })
      const { notificationId, caseId, began, state } = response
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.identify',
        object: { kind: 'response', id: responseId },
        fieldClasses: ['identity'],
      })
      if (notificationId !== null && (await hasLeft(tx, areaId, notificationId))) {
        return { sections: [], begun: null }
      }
      const begun =
        began === 'before-death' && state !== 'destroyed' && caseId === null
          ? await openBegun(tx, parts.keys, areaId, responseId)
          : null
      if (notificationId === null || caseId !== null) return { sections: [], begun }
      const stored = await findNotification(tx, areaId, notificationId)
      if (stored.state === 'reported-in-error') return { sections: [], begun }
      const { wrapped } = stored
      const { form, answers } = openAnswers(parts.keys, { areaId, notificationId, wrapped }, stored)
      return { sections: summary(form, answers), begun }
    })
  })
