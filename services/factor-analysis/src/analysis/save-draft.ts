import { AreaId, CaseId, Refusal } from '@cdop/domain'
import { toQuestionnaireResponse } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { rememberReader } from '../double-coding/blindness.ts'
import { requires } from '../rpc.ts'
import { caseCipher, findAnalysis, saveAnalysis } from './analysis-store.ts'
import { passFor } from './case-access.ts'
import { draftedAnswers } from './drafted-answers.ts'

const SaveDraft = z.strictObject({
  areaId: AreaId,
  caseId: CaseId,
  pass: z.string().max(4_000),
  key: AttemptKey,
  /** The version the draft was made from; 0 for the first. */
  version: z.number().int().nonnegative(),
  formVersion: z.string().max(40),
  answers: z.record(z.string(), z.unknown()),
})

const Saved = z.strictObject({ version: z.number().int().positive() })

/**
 * Keeps what the chair has put down so far; any of it may still be missing.
 * @throws Refusal `stale` when somebody saved in between, `analysis-agreed`, `invalid-answers`
 */
export const saveDraft = requires('analysis:draft')
  .input(SaveDraft)
  .output(Saved)
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { areaId, caseId } = input
    await passFor(parts.keyring, actor, input)
    const { form, answers } = draftedAnswers(input)
    const at = parts.clock.now()
    const change = { procedure: 'analysis.saveDraft', areaId, input, outcome: Saved }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await findAnalysis(tx, areaId, caseId, { lock: true })
      if (found?.state === 'agreed') throw new Refusal('analysis-agreed')
      if ((found?.version ?? 0) !== input.version) throw new Refusal('stale')
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const response = toQuestionnaireResponse(form, answers, { authored: at, status: 'in-progress' })
      const saved = await saveAnalysis(tx, areaId, caseId, {
        version: input.version + 1,
        formVersion: form.version,
        sealedAnswers: cipher.sealJson('analyses', 'sealed_answers', response),
        savedAt: at,
      })
      if (!saved) throw new Refusal('stale')
      await rememberReader(tx, actor, areaId, caseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'analysis.save-draft',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      return { version: input.version + 1 }
    })
  })
