import { Refusal } from '@cdop/domain'
import { toQuestionnaireResponse } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { caseCipher } from '../analysis/analysis-store.ts'
import { draftedAnswers } from '../analysis/drafted-answers.ts'
import { requires } from '../rpc.ts'
import { AskedMeeting, writableMeeting, writerOf } from './meeting-access.ts'
import { beginMeetingDraft, meetingDraftsOf, saveMeetingDraft, sealDraft } from './meeting-draft-store.ts'

const Saved = z.strictObject({ version: z.number().int().positive() })

/**
 * Keeps what a review meeting thought of a case as far as it is written down; any of it may be missing, also in the end.
 * @throws Refusal `stale` when somebody saved in between, `not-allowed-in-this-state` before the meeting was held, once the
 * panel has reviewed the case and for what was sent to it, `invalid-answers`, `not-found`
 */
export const saveMeetingAnalysis = requires('meeting-analysis:draft')
  .input(
    AskedMeeting.extend({
      key: AttemptKey,
      /** The version the draft was made from; 0 for the first. */
      version: z.number().int().nonnegative(),
      formVersion: z.string().max(40),
      answers: z.record(z.string(), z.unknown()),
    }),
  )
  .output(Saved)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const savedBy = writerOf(actor)
    const of = await writableMeeting({ actor, assertion, parts }, input)
    const { form, answers } = draftedAnswers(input)
    const { areaId } = input
    const change = { procedure: 'meeting-analysis.save-draft', areaId, input, outcome: Saved }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const [newest] = await meetingDraftsOf(tx, of, { lock: true })
      if ((newest?.version ?? 0) !== input.version) throw new Refusal('stale')
      if (newest?.state === 'finished') throw new Refusal('not-allowed-in-this-state')
      const cipher = await caseCipher(tx, parts.keys, areaId, of.caseId)
      const revision = newest?.revision ?? 1
      const savedAt = parts.clock.now()
      const response = toQuestionnaireResponse(form, answers, { authored: savedAt, status: 'in-progress' })
      const draft = {
        revision,
        version: input.version + 1,
        formVersion: form.version,
        sealedAnswers: sealDraft(cipher, { ...of, revision }, response),
        savedBy,
        savedAt,
      }
      const write = newest === undefined ? beginMeetingDraft : saveMeetingDraft
      if (!(await write(tx, of, draft))) throw new Refusal('stale')
      await parts.audit.record(tx, actor, areaId, {
        action: 'meeting-analysis.save-draft',
        object: { kind: 'case', id: input.caseId },
        fieldClasses: ['analysis'],
      })
      return { version: draft.version }
    })
  })
