import {
  AlertKind,
  AlertOutcome,
  AlertSide,
  Instant,
  PersonId,
  RecommendationSource,
  sidesWaiting,
  UrgentAlertId,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import type { StoredAlert } from './alert-store.ts'
import { AlertWords, alertWords, ClosingWords, closingWords } from './alert-words.ts'

/** An urgent alert as it is read. */
export const AlertView = z.strictObject({
  alertId: UrgentAlertId,
  /** "A-2026-001". */
  reference: z.string(),
  kind: AlertKind,
  source: RecommendationSource,
  words: AlertWords,
  raisedBy: PersonId,
  raisedAt: Instant,
  acknowledgeBy: Instant,
  /** Who has not said yet that they know of it; nobody once it is closed. */
  waiting: z.array(AlertSide),
  /** Somebody has not, and the time is over. */
  overdue: z.boolean(),
  remindedAt: Instant.nullable(),
  closed: z
    .strictObject({ outcome: AlertOutcome, words: ClosingWords, by: PersonId, at: Instant })
    .nullable(),
})
export type AlertView = z.infer<typeof AlertView>

/** Who has not said yet that they know of an alert that is open. */
export const waitingOf = ({ outcome, known }: Pick<StoredAlert, 'outcome' | 'known'>): AlertSide[] =>
  outcome === null ? sidesWaiting(known) : []

export function alertView(cipher: SubjectCipher, found: StoredAlert, now: Instant): AlertView {
  const { alertId, reference, kind, source, raisedBy, raisedAt, remindedAt } = found
  const { outcome, sealedClosing, closedBy, closedAt } = found
  const waiting = waitingOf(found)
  return {
    alertId,
    reference,
    kind,
    source,
    words: alertWords.open(cipher, alertId, found.sealedWords),
    raisedBy,
    raisedAt,
    acknowledgeBy: found.acknowledgeBy,
    waiting,
    overdue: waiting.length > 0 && found.acknowledgeBy <= now,
    remindedAt,
    closed:
      outcome === null || sealedClosing === null || closedBy === null || closedAt === null
        ? null
        : { outcome, words: closingWords.open(cipher, alertId, sealedClosing), by: closedBy, at: closedAt },
  }
}
