import { AreaId, CaseId, Refusal, ReviewMeetingId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { rememberReader } from '../double-coding/blindness.ts'
import { caseReviewFor } from '../meeting-analysis/meeting-access.ts'
import { meetingDraftsOf, openDraft } from '../meeting-analysis/meeting-draft-store.ts'
import { requires } from '../rpc.ts'
import { beginFrom, caseCipher, findAnalysis } from './analysis-store.ts'
import { passFor } from './case-access.ts'
import { begunInForce } from './form-in-force.ts'

const Begun = z.strictObject({ version: z.number().int().positive() })

/**
 * Begins the panel's analysis as a copy of what a review meeting sent, once: never over what the chair has put down, nor
 * where the review began again from what the panel agreed. What was sent stays as it is.
 * @throws Refusal `analysis-begun`, `analysis-agreed`, `stale` when the meeting has sent a correction since, `not-found`
 */
export const beginFromMeeting = requires('analysis:draft')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      pass: z.string().max(4_000),
      key: AttemptKey,
      reviewMeetingId: ReviewMeetingId,
      /** What of the meeting was read. */
      revision: z.number().int().positive(),
    }),
  )
  .output(Begun)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const { areaId, caseId, reviewMeetingId } = input
    await passFor(parts.keyring, actor, input)
    const asked = { areaId, caseId }
    const { meetings } = await caseReviewFor({ actor, assertion, parts }).reviewMeeting.beforePanel.query(
      asked,
    )
    const meeting = meetings.find((one) => one.reviewMeetingId === reviewMeetingId)
    if (meeting === undefined) throw new Refusal('not-found')
    const change = { procedure: 'analysis.begin-from-meeting', areaId, input, outcome: Begun }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await findAnalysis(tx, areaId, caseId, { lock: true })
      if (found !== null) throw new Refusal(found.state === 'agreed' ? 'analysis-agreed' : 'analysis-begun')
      const drafts = await meetingDraftsOf(tx, { areaId, caseId: meeting.caseId, reviewMeetingId })
      const sent = drafts.find((draft) => draft.state === 'finished')
      if (sent === undefined) throw new Refusal('not-found')
      if (sent.revision !== input.revision) throw new Refusal('stale')
      const sentAnswers = openDraft(await caseCipher(tx, parts.keys, areaId, meeting.caseId), sent)
      const { formVersion, response } = begunInForce(sent.formVersion, sentAnswers, parts.clock)
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const begun = await beginFrom(tx, areaId, caseId, {
        version: 1,
        formVersion,
        sealedAnswers: cipher.sealJson('analyses', 'sealed_answers', response),
        savedAt: parts.clock.now(),
        from: sent,
      })
      if (!begun) throw new Refusal('analysis-begun')
      await rememberReader(tx, actor, areaId, caseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'analysis.begin-from-meeting',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      return { version: 1 }
    })
  })
