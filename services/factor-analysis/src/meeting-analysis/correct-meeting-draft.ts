import { Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { caseCipher } from '../analysis/analysis-store.ts'
import { requires } from '../rpc.ts'
import { AskedMeeting, writableMeeting, writerOf } from './meeting-access.ts'
import { beginMeetingDraft, meetingDraftsOf, openDraft, sealDraft } from './meeting-draft-store.ts'

const Begun = z.strictObject({ version: z.number().int().positive() })

/**
 * Begins a correction of what was sent to the panel, as a copy of it. The panel goes on reading what was sent until the
 * correction is sent with its reason.
 * @throws Refusal `stale`, `not-allowed-in-this-state` where nothing was sent, and as saving does
 */
export const correctMeetingAnalysis = requires('meeting-analysis:draft')
  .input(AskedMeeting.extend({ key: AttemptKey, version: z.number().int().positive() }))
  .output(Begun)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const savedBy = writerOf(actor)
    const of = await writableMeeting({ actor, assertion, parts }, input)
    const { areaId } = input
    const change = { procedure: 'meeting-analysis.correct', areaId, input, outcome: Begun }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const [newest] = await meetingDraftsOf(tx, of, { lock: true })
      if (newest?.version !== input.version) throw new Refusal('stale')
      if (newest.state !== 'finished') throw new Refusal('not-allowed-in-this-state')
      const cipher = await caseCipher(tx, parts.keys, areaId, of.caseId)
      const { reviewMeetingId, formVersion } = newest
      const [revision, version] = [newest.revision + 1, newest.version + 1]
      const sealedAnswers = sealDraft(cipher, { reviewMeetingId, revision }, openDraft(cipher, newest))
      const savedAt = parts.clock.now()
      const begun = { revision, version, formVersion, sealedAnswers, savedBy, savedAt }
      if (!(await beginMeetingDraft(tx, of, begun))) throw new Refusal('stale')
      await parts.audit.record(tx, actor, areaId, {
        action: 'meeting-analysis.correct',
        object: { kind: 'case', id: input.caseId },
        fieldClasses: ['analysis'],
      })
      return { version }
    })
  })
