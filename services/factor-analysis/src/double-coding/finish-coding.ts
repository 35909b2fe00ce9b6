import { AreaId, codeAgain, differencesOf, PanelCoding, Refusal, SecondCodingId } from '@cdop/domain'
import { ANALYSIS_FORM, formVersion, fromQuestionnaireResponse, statutoryForms } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { analysisContent } from '../analysis/analysis-content.ts'
import { caseCipher } from '../analysis/analysis-store.ts'
import { requires } from '../rpc.ts'
import { deliberationOf, requireBlind } from './coder.ts'
import { firstCoding } from './first-coding.ts'
import { finishCoding as keepFinal, openCoding } from './second-coding-store.ts'

const FinishCoding = z.strictObject({
  areaId: AreaId,
  codingId: SecondCodingId,
  key: AttemptKey,
  version: z.int().positive(),
})

const Finished = z.strictObject({ differs: z.boolean() })

/**
 * The second panel's coding as it stays: of a meeting that has been held and is quorate for the case, at which nobody was who
 * decided the first time, by a complete form that does not contradict itself.
 * @throws Refusal `panel-not-quorate`, `date-in-future`, `stale`, `coding-final`, `coded-by-this-panel`, `coding-not-blind`,
 * `analysis-incomplete`, `modifiability-contradicts-factors`, `not-found`, and those of case-review
 */
export const finishSecondCoding = requires('double-coding:code')
  .input(FinishCoding)
  .output(Finished)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const asking = { actor, assertion, parts }
    const { areaId, codingId } = input
    const before = await parts.database.transaction(actor, (tx) => requireBlind(tx, asking, areaId, codingId))
    const deliberation = await deliberationOf(asking, areaId, before.found)
    const change = { procedure: 'doubleCoding.finish', areaId, input, outcome: Finished }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { coder, found } = await requireBlind(tx, asking, areaId, codingId, { lock: true })
      if (found.state === 'final') throw new Refusal('coding-final')
      if (found.state !== 'draft') throw new Refusal('analysis-incomplete')
      if (found.version !== input.version) throw new Refusal('stale')
      if (deliberation.heldOn > parts.clock.today()) throw new Refusal('date-in-future')
      if (!deliberation.quorate) throw new Refusal('panel-not-quorate', deliberation.missing.flat())
      const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
      const form = formVersion(statutoryForms, ANALYSIS_FORM, found.formVersion)
      const answers = form.schema.safeParse(fromQuestionnaireResponse(form, openCoding(cipher, found)))
      if (!answers.success) {
        throw new Refusal(
          'analysis-incomplete',
          answers.error.issues.map((issue) => issue.path.join('.')),
        )
      }
      const { coding: first } = await firstCoding(tx, cipher, areaId, found)
      const decidedBy = [...new Set([...deliberation.decidedBy, coder])]
      const second = PanelCoding.parse({
        meetingId: found.panelMeetingId,
        decidedBy,
        codedOn: deliberation.heldOn,
        content: analysisContent(form, answers.data),
      })
      codeAgain({ state: 'coded-once', caseId: found.caseId, first }, second)
      const differs = differencesOf(first.content, second.content).length > 0
      const at = parts.clock.now()
      await keepFinal(tx, areaId, codingId, { codedOn: second.codedOn, decidedBy, differs, at })
      await parts.audit.record(tx, actor, areaId, {
        action: 'double-coding.finish',
        object: { kind: 'case', id: found.caseId },
        fieldClasses: ['analysis'],
      })
      return { differs }
    })
  })
