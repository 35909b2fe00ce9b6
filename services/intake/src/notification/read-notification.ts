import {
  AreaId,
  assessScope,
  CaseId,
  CaseReference,
  Discretion,
  Instant,
  NotificationId,
  NotificationState,
  PlainDate,
  PostcodeFound,
  ResidencyDecision,
  requireArea,
  ScopeAssessment,
  TransferId,
  TransferState,
} from '@cdop/domain'
import { SummarySection, summary } from '@cdop/forms'
import { z } from 'zod'
import { confirmationsOf } from '../confirmation/confirmation-store.ts'
import { ReviewOfNotification, reviewsOfNotification } from '../duplicate-review/review-store.ts'
import { PassToken } from '../identity/read-identity.ts'
import { MergedInto, mergedIntoOf } from '../merge/merged-into.ts'
import { askedUntil } from '../notification-draft/draft-store.ts'
import { lookUpPostcode } from '../postcode/look-up-postcode.ts'
import { scopeDecisionsOn } from '../residency/scope-decision-store.ts'
import { requires } from '../rpc.ts'
import { latestAskingOf } from '../transfer/transfer-store.ts'
import { AnswersReplaced, replacementsOf } from './earlier-answers-store.ts'
import { mayDisclose } from './may-disclose.ts'
import { questionText } from './notification-form.ts'
import { findNotification } from './notification-store.ts'
import { NotifyClocks, notifyClocks } from './notify-clocks.ts'
import { openAnswers } from './sealed-answers.ts'

const ReadNotification = z.strictObject({
  notificationId: NotificationId,
  state: NotificationState,
  version: z.int(),
  receivedOn: PlainDate,
  diedOn: PlainDate,
  clocks: NotifyClocks,
  formVersion: z.string(),
  /** What was notified; nothing once there is a case and no pass for it came with the question. */
  sections: z.array(SummarySection),
  /** Required questions nobody has answered yet; it cannot be accepted before they are. */
  unanswered: z.array(z.strictObject({ linkId: z.string(), question: z.string() })),
  /** Until when somebody who was asked for them can answer; null when nobody is asked. */
  askedUntil: Instant.nullable(),
  scope: ScopeAssessment,
  /** Where the child normally lived, as somebody decided it; null while nobody has. */
  residency: ResidencyDecision.nullable(),
  discretion: Discretion.nullable(),
  /** Where the child's postcodes lie, by the lists valid on the day of death; null where none is given or shown. */
  postcode: PostcodeFound.nullable(),
  alternativePostcode: PostcodeFound.nullable(),
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
  /** It is recorded who confirmed the death and who the child is. */
  confirmed: z.boolean(),
  /** Each time the answers were corrected or completed, the newest first. */
  changes: z.array(AnswersReplaced),
  /** The record that stands for this one since they were merged. */
  mergedInto: MergedInto.nullable(),
  /** Reviews of whether this is the same child as another record of the area. */
  reviews: z.array(ReviewOfNotification),
  /** The newest request to another area to take it; null when nobody asked. */
  transfer: z.strictObject({ transferId: TransferId, state: TransferState }).nullable(),
})

/**
 * A notification in words, with what the rules say of it. What was notified of a child who has become a case is shown
 * only with a pass for that case; what was reported in error only when it is asked for even so. Audited before it is
 * answered.
 */
export const readNotification = requires('notification:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      notificationId: NotificationId,
      pass: PassToken.exactOptional(),
      evenInError: z.boolean().exactOptional(),
    }),
  )
  .output(ReadNotification)
  .query(({ ctx: { actor, parts }, input: { areaId, notificationId, pass, evenInError = false } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await findNotification(tx, areaId, notificationId)
      const { wrapped, caseId } = stored
      const mergedInto = await mergedIntoOf(tx, areaId, notificationId)
      const covered = await mayDisclose(parts.keyring, actor, caseId ?? mergedInto?.caseId ?? null, pass)
      const disclosed = covered && (stored.state !== 'reported-in-error' || evenInError)
      const read = openAnswers(parts.keys, { areaId, notificationId, wrapped }, stored)
      const { form, answers, content, unanswered } = read
      await parts.audit.record(tx, actor, areaId, {
        action: 'notification.read',
        object: { kind: 'notification', id: notificationId },
        fieldClasses: disclosed ? ['identity'] : [],
      })
      const decisions = await scopeDecisionsOn(tx, { areaId, notificationId })
      const lookUp = async (typed: string | undefined) =>
        disclosed && typed !== undefined ? lookUpPostcode(tx, typed, stored.diedOn) : null
      const transfer = await latestAskingOf(tx, areaId, notificationId)
      const [confirmation] = await confirmationsOf(tx, { areaId, notificationId }, null)
      return {
        notificationId,
        state: stored.state,
        version: stored.version,
        receivedOn: stored.receivedOn,
        diedOn: stored.diedOn,
        clocks: notifyClocks(stored, parts.clock.now()),
        formVersion: stored.formVersion,
        sections: disclosed ? summary(form, answers) : [],
        unanswered: unanswered.map((linkId) => ({ linkId, question: questionText(form, linkId) })),
        askedUntil: await askedUntil(tx, areaId, notificationId, parts.clock.now()),
        scope: assessScope(content, stored.area, decisions),
        postcode: await lookUp(content.child.postcode),
        alternativePostcode: await lookUp(content.child.alternativePostcode),
        residency: decisions.residency,
        discretion: decisions.discretion,
        caseId,
        caseReference: stored.reference,
        confirmed: confirmation !== undefined,
        changes: await replacementsOf(tx, areaId, notificationId),
        mergedInto,
        reviews: disclosed ? await reviewsOfNotification(tx, areaId, notificationId) : [],
        transfer: transfer && { transferId: transfer.transferId, state: transfer.state },
      }
    })
  })
