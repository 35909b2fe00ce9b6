import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, ImportId, Refusal, RequestId, requireArea } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { caseReviewIn, requirePerson } from '../area/area-access.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { intakeFor } from './bundle-of.ts'
import { forgetStaged } from './import-store.ts'

/** The job that forgets a bundle whose sign-off did not come to its end. */
export const FORGET_OPEN_CASES = 'forget-open-cases'

const Forgetting = z.strictObject({ areaId: AreaId, importId: ImportId })

/** A day longer than intake waits for somebody to confirm. */
const LATER_SECONDS = 8 * 86_400

export function forgetLater(tx: Db, of: z.infer<typeof Forgetting>): Promise<void> {
  const key = `${FORGET_OPEN_CASES}:${of.importId}`
  return addJob(tx, 'case-review', FORGET_OPEN_CASES, of, key, { inSeconds: LATER_SECONDS })
}

/** Forgets a bundle nobody signed off in the end; one that was stays. */
export async function forgetUnsigned(parts: Parts, payload: unknown): Promise<void> {
  const of = Forgetting.parse(payload)
  const self = caseReviewIn(of.areaId, RequestId.parse(randomUUID()))
  await parts.database.transaction(self, (tx) => forgetStaged(tx, of))
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
    await parts.database.transaction(actor, async (tx) => {
      if (!(await forgetStaged(tx, input))) throw new Refusal('import-moved-on')
      await parts.audit.record(tx, actor, input.areaId, {
        action: 'open-case-import.forget',
        object: { kind: 'import', id: input.importId },
      })
    })
  })
