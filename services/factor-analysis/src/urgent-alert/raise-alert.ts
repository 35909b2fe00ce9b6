import { randomUUID } from 'node:crypto'
import { AlertKind, AreaId, acknowledgeBy, CaseId, RecommendationSource, UrgentAlertId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { linkCasesTo } from '../case-link/case-links.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { requireSightOf, screenWords } from '../recommendation/linked-cases.ts'
import { requires } from '../rpc.ts'
import { addAcknowledgement } from './acknowledgement-store.ts'
import { addAlert } from './alert-store.ts'
import { watchAlert } from './alert-watch.ts'
import { AlertWords, alertWords } from './alert-words.ts'

const Raised = z.strictObject({ alertId: UrgentAlertId })

/**
 * Raises an urgent alert. Designated doctor and public health are told by the event that commits with it; a designated
 * doctor who raises one knows of it already. It stays as it was raised.
 * @throws Refusal `identifiers-in-note`, `not-found`
 */
export const raiseAlert = requires('urgent-alert:raise')
  .input(
    z.strictObject({
      areaId: AreaId,
      key: AttemptKey,
      kind: AlertKind,
      source: RecommendationSource,
      words: AlertWords,
      caseIds: z.array(CaseId).max(20),
    }),
  )
  .output(Raised)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, kind, source, words, caseIds } = input
    const asking = { actor, assertion, parts }
    await requireSightOf(asking, areaId, caseIds)
    await screenWords(asking, areaId, caseIds, Object.values(words))
    const change = { procedure: 'urgentAlert.raise', areaId, input, outcome: Raised }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const alertId = UrgentAlertId.parse(randomUUID())
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const raisedAt = parts.clock.now()
      const due = acknowledgeBy(raisedAt)
      const own = { raisedBy: by, raisedAt, acknowledgeBy: due }
      const sealedWords = alertWords.seal(cipher, alertId, words)
      await addAlert(tx, areaId, { alertId, kind, source, sealedWords, ...own })
      await linkCasesTo(tx, 'urgent-alert', areaId, alertId, { caseIds, by, at: raisedAt })
      if (actor.kind === 'person' && actor.roles.includes('designated-doctor')) {
        const known = { side: 'designated-doctor' as const, name: null, recordedBy: by, recordedAt: raisedAt }
        await addAcknowledgement(tx, cipher, areaId, alertId, known)
      }
      await watchAlert(tx, areaId, alertId, due)
      await parts.publisher.publish(tx, actor, areaId, {
        type: 'urgent-alert.raised.v1',
        subject: alertId,
        payload: { alertId },
      })
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'urgent-alert.raise', object: { kind: 'urgent-alert', id: alertId } },
        ...caseIds.map((id) => ({ action: 'urgent-alert.link-case', object: { kind: 'case', id } })),
      )
      return { alertId }
    })
  })
