import { randomUUID } from 'node:crypto'
import { Refusal, RequestId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { caseReviewIn, requirePerson } from '../area/area-access.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { intakeFor } from './bundle-of.ts'
import { destroyContent } from './file/awaiting-files.ts'
import { Forgetting } from './forget-later.ts'
import { forgetStaged } from './import-store.ts'

/** Forgets a bundle nobody signed off in the end; one that was stays. */
export async function forgetUnsigned(parts: Parts, payload: unknown): Promise<void> {
  const of = Forgetting.parse(payload)
  const self = caseReviewIn(of.areaId, RequestId.parse(randomUUID()))
  const files = await parts.database.transaction(self, (tx) => forgetStaged(tx, of))
  for (const file of files ?? []) await destroyContent(parts, file)
}

/**
 * Forgets what was kept of a bundle somebody has cancelled at intake: nothing of it stays. From then on nobody can sign
 * it off.
 * @throws Refusal `import-moved-on` unless intake has cancelled it
 */
export const forgetOpenCases = requires('notification:import')
  .input(Forgetting)
  .output(z.void())
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    requirePerson(actor)
    requireArea(actor, input.areaId)
    const { state } = await intakeFor({ assertion, parts }).import.read.query(input)
    if (state !== 'cancelled') throw new Refusal('import-moved-on')
    const files = await parts.database.transaction(actor, async (tx) => {
      const forgotten = await forgetStaged(tx, input)
      if (forgotten === null) throw new Refusal('import-moved-on')
      await parts.audit.record(tx, actor, input.areaId, {
        action: 'open-case-import.forget',
        object: { kind: 'import', id: input.importId },
      })
      return forgotten
    })
    for (const file of files) await destroyContent(parts, file)
  })
