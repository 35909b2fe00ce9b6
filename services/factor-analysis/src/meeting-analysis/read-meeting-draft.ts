import { PlainDate } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import {
  ANALYSIS_FORM,
  formInForce,
  formVersion,
  fromQuestionnaireResponse,
  SummarySection,
  statutoryForms,
  summary,
} from '@cdop/forms'
import { z } from 'zod'
import { caseCipher } from '../analysis/analysis-store.ts'
import { inFormInForce } from '../analysis/form-in-force.ts'
import { requires } from '../rpc.ts'
import { AskedMeeting, draftableMeeting } from './meeting-access.ts'
import { meetingDraftsOf, openDraft, openReason, type StoredMeetingDraft } from './meeting-draft-store.ts'

const SentDraft = z.strictObject({
  revision: z.number().int().positive(),
  finishedOn: PlainDate,
  /** Why it corrected the one before. */
  reason: z.string().nullable(),
  sections: z.array(SummarySection),
})

const MeetingAnalysisView = z.strictObject({
  state: z.enum(['none', 'draft', 'finished']),
  revision: z.number().int().positive(),
  version: z.number().int().nonnegative(),
  formVersion: z.string(),
  answers: z.record(z.string(), z.unknown()).nullable(),
  /** It can be written on: the meeting was held, and the panel has not reviewed the case. */
  mayWrite: z.boolean(),
  /** What was sent to the panel, the newest first. */
  sent: z.array(SentDraft),
})
type MeetingAnalysisView = z.infer<typeof MeetingAnalysisView>

/** A draft with its answers opened, in the form it was made with. */
export function openedDraft(cipher: SubjectCipher, draft: StoredMeetingDraft) {
  const form = formVersion(statutoryForms, ANALYSIS_FORM, draft.formVersion)
  const answers = fromQuestionnaireResponse(form, openDraft(cipher, draft))
  return { form, answers, sections: summary(form, answers) }
}

/** What was written down of a review meeting's view, for whoever writes it. Audited first. @throws Refusal `not-found` */
export const readMeetingAnalysis = requires('meeting-analysis:draft')
  .input(AskedMeeting)
  .output(MeetingAnalysisView)
  .query(async ({ ctx: { actor, assertion, parts }, input }): Promise<MeetingAnalysisView> => {
    const { mayWrite, heldOn: _, ...of } = await draftableMeeting({ actor, assertion, parts }, input)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, input.areaId, {
        action: 'meeting-analysis.read',
        object: { kind: 'case', id: input.caseId },
        fieldClasses: ['analysis'],
      })
      const drafts = await meetingDraftsOf(tx, of)
      const [newest] = drafts
      if (newest === undefined) {
        const { version: inForce } = formInForce(statutoryForms, ANALYSIS_FORM, parts.clock.today())
        const none = { state: 'none' as const, revision: 1, version: 0, formVersion: inForce, answers: null }
        return { ...none, mayWrite, sent: [] }
      }
      const cipher = await caseCipher(tx, parts.keys, of.areaId, of.caseId)
      const { state, revision, version } = newest
      const stored = openedDraft(cipher, newest)
      const { form, answers } = state === 'draft' ? inFormInForce(stored, parts.clock.today()) : stored
      const sent = drafts.flatMap((draft) => {
        if (draft.state === 'draft') return []
        const { finishedOn } = draft
        const { sections } = openedDraft(cipher, draft)
        return [{ revision: draft.revision, finishedOn, reason: openReason(cipher, draft), sections }]
      })
      return { state, revision, version, formVersion: form.version, answers, mayWrite, sent }
    })
  })
