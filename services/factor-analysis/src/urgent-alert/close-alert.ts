import { AlertOutcome, AreaId, Refusal, sidesWaiting, UrgentAlertId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { casesLinkedTo } from '../case-link/case-links.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { screenWords } from '../recommendation/linked-cases.ts'
import { requires } from '../rpc.ts'
import { closeStoredAlert, lockAlert } from './alert-store.ts'
import { ClosingWords, closingWords } from './alert-words.ts'

const Closed = z.strictObject({ alertId: UrgentAlertId })

/**
 * Says what an alert came to: somebody else than who raised it, once designated doctor and public health know of it.
 * @throws Refusal `closing-needs-second-person`, `alert-not-acknowledged`, `identifiers-in-note`,
 * `not-allowed-in-this-state`, `not-found`
 */
export const closeAlert = requires('urgent-alert:close')
  .input(
    z.strictObject({
      areaId: AreaId,
      alertId: UrgentAlertId,
      key: AttemptKey,
      outcome: AlertOutcome,
      words: ClosingWords,
    }),
  )
  .output(Closed)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, alertId, outcome, words } = input
    const caseIds = await parts.database.transaction(actor, (tx) =>
      casesLinkedTo(tx, 'urgent-alert', areaId, alertId),
    )
    await screenWords({ actor, assertion, parts }, areaId, caseIds, [words])
    const change = { procedure: 'urgentAlert.close', areaId, input, outcome: Closed }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await lockAlert(tx, areaId, alertId)
      if (found === null) throw new Refusal('not-found')
      if (found.outcome !== null) throw new Refusal('not-allowed-in-this-state')
      if (found.raisedBy === by) throw new Refusal('closing-needs-second-person')
      if (sidesWaiting(found.known).length > 0) throw new Refusal('alert-not-acknowledged')
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const sealedClosing = closingWords.seal(cipher, alertId, words)
      await closeStoredAlert(tx, areaId, alertId, { outcome, sealedClosing, by, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'urgent-alert.close',
        object: { kind: 'urgent-alert', id: alertId },
      })
      return { alertId }
    })
  })
