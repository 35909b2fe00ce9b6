import { AreaId, Instant, NotificationId, PersonId, Refusal, requireArea } from '@cdop/domain'
import { type SummaryRow, summary } from '@cdop/forms'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { mergedIntoOf } from '../merge/merged-into.ts'
import { requires } from '../rpc.ts'
import { earlierAnswersOf } from './earlier-answers-store.ts'
import { mayDisclose } from './may-disclose.ts'
import type { ReadAnswers } from './notification-form.ts'
import { findNotification } from './notification-store.ts'
import { openAnswers } from './sealed-answers.ts'

/** One question that was answered otherwise afterwards; null where it was not asked, or stood in no entry. */
const ChangedQuestion = z.strictObject({
  /** Unique within a change: the linkId, or `group[0].linkId` inside an entry. */
  path: z.string(),
  linkId: z.string(),
  question: z.string(),
  was: z.string().nullable(),
  is: z.string().nullable(),
})
type ChangedQuestion = z.infer<typeof ChangedQuestion>

const ReadChange = z.strictObject({
  /** The last version that held the earlier answers. */
  version: z.int(),
  /** Null when it was somebody without an account, whom the office had asked. */
  replacedBy: PersonId.nullable(),
  replacedAt: Instant,
  questions: z.array(ChangedQuestion),
})

/** What two versions of the answers say differently, in the form's order; what only the earlier one says comes last. */
function changedBetween(before: ReadAnswers, after: ReadAnswers): ChangedQuestion[] {
  const [was, is] = [before, after].map(
    ({ form, answers }) =>
      new Map(summary(form, answers).flatMap(({ rows }) => rows.map((row) => [row.path, row] as const))),
  )
  const paths = new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])])
  return [...paths].flatMap((path) => {
    const [one, other] = [was?.get(path), is?.get(path)]
    const row = other ?? one
    if (row === undefined || one?.answer === other?.answer) return []
    return [
      {
        path,
        linkId: row.linkId,
        question: questionOf(row),
        was: one?.answer ?? null,
        is: other?.answer ?? null,
      },
    ]
  })
}

const questionOf = ({ entry, label }: SummaryRow) =>
  entry === undefined ? label : `${entry.label}: ${label}`

/**
 * What was corrected or completed in a notification: each time, question by question, what the answer was and what it
 * became, the newest first. Audited before it is answered.
 * @throws Refusal `not-found`, also without a pass for the case there is, and for what was reported in error
 */
export const readChanges = requires('notification:read')
  .input(z.strictObject({ areaId: AreaId, notificationId: NotificationId, pass: PassToken.exactOptional() }))
  .output(z.array(ReadChange))
  .query(({ ctx: { actor, parts }, input: { areaId, notificationId, pass } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await findNotification(tx, areaId, notificationId)
      const { wrapped, caseId, state } = stored
      const mergedInto = await mergedIntoOf(tx, areaId, notificationId)
      const covered = await mayDisclose(parts.keyring, actor, caseId ?? mergedInto?.caseId ?? null, pass)
      if (!covered || state === 'reported-in-error') throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'notification.read-changes',
        object: { kind: 'notification', id: notificationId },
        fieldClasses: ['identity'],
      })
      const owner = { areaId, notificationId, wrapped }
      const earlier = await earlierAnswersOf(tx, areaId, notificationId)
      let after = openAnswers(parts.keys, owner, stored)
      return earlier.map(({ version, replacedBy, replacedAt, ...sealed }) => {
        const before = openAnswers(parts.keys, owner, sealed)
        const questions = changedBetween(before, after)
        after = before
        return { version, replacedBy, replacedAt, questions }
      })
    })
  })
