import { Refusal } from '@cdop/domain'
import {
  ANALYSIS_FORM,
  type Answers,
  type CompiledForm,
  formVersion,
  fromQuestionnaireResponse,
  statutoryForms,
} from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { checkUnfinished } from '../analysis/analysis-content.ts'
import { caseCipher } from '../analysis/analysis-store.ts'
import { requires } from '../rpc.ts'
import { AskedMeeting, type Asking, caseReviewFor, writableMeeting, writerOf } from './meeting-access.ts'
import {
  CorrectionReason,
  finishMeetingDraft,
  type MeetingOf,
  meetingDraftsOf,
  openDraft,
} from './meeting-draft-store.ts'
import { screenedTexts } from './screened-texts.ts'

const Sent = z.strictObject({ revision: z.number().int().positive() })

/** What is about to be sent, opened; null where it is not there any more as it was shown. */
async function asShown(
  { actor, parts }: Asking,
  of: MeetingOf,
  version: number,
): Promise<{ form: CompiledForm; answers: Answers } | null> {
  return parts.database.transaction(actor, async (tx) => {
    const [newest] = await meetingDraftsOf(tx, of)
    if (newest?.version !== version || newest.state !== 'draft') return null
    const form = formVersion(statutoryForms, ANALYSIS_FORM, newest.formVersion)
    const cipher = await caseCipher(tx, parts.keys, of.areaId, of.caseId)
    const answers = fromQuestionnaireResponse(form, openDraft(cipher, newest))
    return { form, answers }
  })
}

/**
 * Sends the view of a review meeting to the panel: incomplete as it may be, but not against the rules of the form, and
 * without the child's own identifiers. From now on it is as it is, and the report of the meeting has come. A correction
 * says why.
 * @throws Refusal `identifiers-in-summary` naming the kinds, `analysis-incomplete` where nothing is answered,
 * `modifiability-contradicts-factors`, `invalid-answers` for a correction without a reason, and as saving does
 */
export const finishMeetingAnalysis = requires('meeting-analysis:draft')
  .input(
    AskedMeeting.extend({
      key: AttemptKey,
      version: z.number().int().positive(),
      /** Why what was sent before is corrected; null of the first. */
      reason: CorrectionReason.nullable(),
    }),
  )
  .output(Sent)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const by = writerOf(actor)
    const asking = { actor, assertion, parts }
    const of = await writableMeeting(asking, input)
    const { areaId, caseId, reviewMeetingId, reason, version } = input
    const shown = await asShown(asking, of, version)
    if (shown !== null) {
      checkUnfinished(shown.form, shown.answers)
      const texts = screenedTexts(shown.form, shown.answers, reason === null ? [] : [reason])
      const asked = { areaId, caseId, reviewMeetingId, texts }
      if (texts.length > 0) await caseReviewFor(asking).reviewMeeting.screenDraft.query(asked)
    }
    const change = { procedure: 'meeting-analysis.finish', areaId, input, outcome: Sent }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const [newest] = await meetingDraftsOf(tx, of, { lock: true })
      // The very version that was looked through: nothing is saved under it any more.
      if (shown === null || newest?.version !== version || newest.state !== 'draft')
        throw new Refusal('stale')
      const { revision } = newest
      if (revision > 1 !== (reason !== null)) throw new Refusal('invalid-answers', ['reason'])
      const cipher = await caseCipher(tx, parts.keys, areaId, of.caseId)
      const [on, at] = [parts.clock.today(), parts.clock.now()]
      await finishMeetingDraft(tx, cipher, areaId, { reviewMeetingId, revision }, { on, by, at, reason })
      await parts.publisher.publish(tx, actor, areaId, {
        type: 'meeting-analysis.finished.v1',
        subject: of.caseId,
        payload: { caseId: of.caseId, reviewMeetingId, revision, finishedOn: on, finishedBy: by },
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'meeting-analysis.finish',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      return { revision }
    })
  })
