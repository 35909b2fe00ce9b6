import { AlertBody, AreaId, londonDate, PlainDate, Refusal, UrgentAlertId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { addBodyTold, lockAlert } from './alert-store.ts'

const Told = z.strictObject({ alertId: UrgentAlertId })

/**
 * Records which bodies were told of what an alert is about, also before it was raised or after it was closed. Of one that
 * was told before the first day stays.
 * @throws Refusal `date-in-future`, `dates-out-of-order` for a day more than a year before it was raised, `not-found`
 */
export const recordBodyTold = requires('urgent-alert:raise')
  .input(
    z.strictObject({
      areaId: AreaId,
      alertId: UrgentAlertId,
      key: AttemptKey,
      body: AlertBody,
      toldOn: PlainDate,
    }),
  )
  .output(Told)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, alertId, body, toldOn } = input
    const change = { procedure: 'urgentAlert.recordBodyTold', areaId, input, outcome: Told }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await lockAlert(tx, areaId, alertId)
      if (found === null) throw new Refusal('not-found')
      if (toldOn > parts.clock.today()) throw new Refusal('date-in-future', ['toldOn'])
      const year = Number(londonDate(found.raisedAt).slice(0, 4))
      if (Number(toldOn.slice(0, 4)) < year - 1) throw new Refusal('dates-out-of-order', ['toldOn'])
      await addBodyTold(tx, areaId, alertId, { body, toldOn, recordedBy: by, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'urgent-alert.record-body-told',
        object: { kind: 'urgent-alert', id: alertId },
      })
      return { alertId }
    })
  })
