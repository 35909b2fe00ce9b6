import { AreaId, codeAgain, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { caseCipher } from '../analysis/analysis-store.ts'
import { requires } from '../rpc.ts'
import { AgreementFigures, agreementFigures } from './agreement-figures.ts'
import { codesOn } from './codebook-on.ts'
import { bothCodings } from './first-coding.ts'
import { secondCodings } from './second-coding-store.ts'

/**
 * How far the panels of an area agree on the cases they coded twice. Figures alone: no case, and nothing of fewer pairs than the
 * statistics ask for. Not for publication; audited before the answer leaves.
 */
export const readAgreement = requires('agreement:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      /** At what a factor counts as found. */
      foundWhen: z.enum(['recorded', 'may-have', 'modifiable']),
    }),
  )
  .output(AgreementFigures)
  .query(({ ctx: { actor, parts }, input: { areaId, foundWhen } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'double-coding.agreement',
        object: { kind: 'figure', id: 'agreement' },
      })
      const finals = (await secondCodings(tx, areaId)).filter((one) => one.state === 'final')
      // A case that was reviewed anew and coded twice again counts once.
      const newest = new Map(
        finals.sort((one, other) => one.revision - other.revision).map((one) => [one.caseId, one]),
      )
      const twice = []
      for (const found of newest.values()) {
        const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
        const { caseId, first, second } = await bothCodings(tx, cipher, areaId, found)
        twice.push(codeAgain({ state: 'coded-once', caseId, first: first.coding }, second.coding))
      }
      return agreementFigures(twice, codesOn(parts.clock.today()), foundWhen)
    })
  })
