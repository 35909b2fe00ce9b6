import { AreaId, CalibrationKey, codesOf, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { codingOf } from './asked-case.ts'
import { addAnswer } from './calibration-answer-store.ts'
import { finishOwn, openOwn, ownCoding } from './calibration-coding-store.ts'
import { ownContent } from './own-content.ts'

/**
 * One's own coding of an invented case as it stays. Its codes are counted apart from the person; after it the intended coding
 * can be read.
 * @throws Refusal `analysis-incomplete`, `modifiability-contradicts-factors`, `stale`, `calibration-coded`, `not-found`
 */
export const finishOwnCoding = requires('calibration:code')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseKey: CalibrationKey,
      key: AttemptKey,
      version: z.int().positive(),
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const of = codingOf(actor, input)
    const change = { procedure: 'calibration.finish', areaId: of.areaId, input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const found = await ownCoding(tx, of, { lock: true })
      if (found === null) throw new Refusal('analysis-incomplete')
      if (found.state === 'final') throw new Refusal('calibration-coded')
      if (found.version !== input.version) throw new Refusal('stale')
      const cipher = await areaCipher(tx, parts.keys, of.areaId)
      const { content } = ownContent(found.formVersion, openOwn(cipher, of, found))
      await finishOwn(tx, of, { codedOn: parts.clock.today(), at: parts.clock.now() })
      await addAnswer(tx, of.areaId, of.one, codesOf(content))
      await parts.audit.record(tx, actor, of.areaId, {
        action: 'calibration.finish',
        object: { kind: 'calibration-case', id: of.one.key },
      })
      return null
    })
  })
