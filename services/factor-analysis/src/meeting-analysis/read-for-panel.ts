import { AreaId, CaseId, PlainDate, ReviewMeetingId, ReviewMeetingKind } from '@cdop/domain'
import {
  ANALYSIS_FORM,
  formVersion,
  fromQuestionnaireResponse,
  SummarySection,
  statutoryForms,
  summary,
} from '@cdop/forms'
import { z } from 'zod'
import { ComparedAnswer, comparedWith } from '../analysis/analysis-difference.ts'
import { caseCipher, findAnalysis, sourceOf } from '../analysis/analysis-store.ts'
import { passFor } from '../analysis/case-access.ts'
import { type FilledAnalysis, inOneForm } from '../analysis/form-in-force.ts'
import { readUnblinded } from '../double-coding/blindness.ts'
import { requires } from '../rpc.ts'
import { caseReviewFor } from './meeting-access.ts'
import { meetingDraftsOf, openReason } from './meeting-draft-store.ts'
import { openedDraft } from './read-meeting-draft.ts'

const MeetingView = z.strictObject({
  reviewMeetingId: ReviewMeetingId,
  kind: ReviewMeetingKind,
  heldOn: PlainDate,
  revision: z.number().int().positive(),
  sentOn: PlainDate,
  /** Why it corrected what was sent before. */
  reason: z.string().nullable(),
  /** The panel's analysis began from what was sent before this, and still says that. */
  correctedSinceBegun: z.boolean(),
  sections: z.array(SummarySection),
  /** Beside what the panel agreed, answer by answer; null before it did. */
  compared: z.array(ComparedAnswer).nullable(),
})

function beside(thought: FilledAnalysis, agreed: FilledAnalysis): ComparedAnswer[] {
  const [meeting, panel] = inOneForm(thought, agreed)
  return comparedWith(summary(meeting.form, meeting.answers), summary(panel.form, panel.answers))
}

/**
 * What the review meetings of a case sent to the panel, each as it stands now, by the day they were held; and whether the
 * panel's own analysis can still begin from one. The meetings' view: nothing of it is counted. Audited first.
 * @throws Refusal `not-found`
 */
export const readMeetingsForPanel = requires('analysis:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, pass: z.string().max(4_000) }))
  .output(z.strictObject({ meetings: z.array(MeetingView), mayBegin: z.boolean() }))
  .query(async ({ ctx: { actor, assertion, parts }, input }) => {
    const { areaId, caseId } = input
    await passFor(parts.keyring, actor, input)
    const asked = { areaId, caseId }
    const { meetings } = await caseReviewFor({ actor, assertion, parts }).reviewMeeting.beforePanel.query(
      asked,
    )
    return parts.database.transaction(actor, async (tx) => {
      await readUnblinded(tx, actor, areaId, caseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'meeting-analysis.read-for-panel',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      const analysis = await findAnalysis(tx, areaId, caseId)
      // What the panel looks at anew began from what it agreed itself.
      const source = analysis?.revision === 1 ? await sourceOf(tx, areaId, caseId) : null
      const agreed = analysis?.state === 'agreed' ? analysis : null
      const own = await caseCipher(tx, parts.keys, areaId, caseId)
      const form = agreed && formVersion(statutoryForms, ANALYSIS_FORM, agreed.formVersion)
      const panel = agreed &&
        form && {
          form,
          answers: fromQuestionnaireResponse(
            form,
            own.openJson('analyses', 'sealed_answers', agreed.sealedAnswers),
          ),
        }
      const shown = []
      for (const { reviewMeetingId, caseId: of, kind, heldOn } of meetings) {
        const drafts = await meetingDraftsOf(tx, { areaId, caseId: of, reviewMeetingId })
        const sent = drafts.find((draft) => draft.state === 'finished')
        if (sent === undefined) continue
        const cipher = await caseCipher(tx, parts.keys, areaId, of)
        const thought = openedDraft(cipher, sent)
        shown.push({
          reviewMeetingId,
          kind,
          heldOn,
          revision: sent.revision,
          sentOn: sent.finishedOn,
          reason: openReason(cipher, sent),
          correctedSinceBegun:
            source?.begunFrom === reviewMeetingId && source.begunFromRevision < sent.revision,
          sections: thought.sections,
          compared: panel && beside(thought, panel),
        })
      }
      return { meetings: shown, mayBegin: analysis === null }
    })
  })
