import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, Refusal, RequestBatchId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requireAskable } from '../information-request/ask-agency.ts'
import { findOrganisation } from '../organisation/organisation-store.ts'
import { requires } from '../rpc.ts'
import { wakeAsking } from './ask-waiting.ts'
import { insertBatch } from './batch-store.ts'
import { BatchRecipient } from './request-batch.ts'

/** More than any child had to do with. */
const MOST = 40

const outcome = z.strictObject({ requestBatchId: RequestBatchId })

/**
 * Asks several agencies about a case at once. Each has its turn after the commit, by a job, and a result of its own:
 * asked, already asked, or refused and why.
 * @throws Refusal `not-confirmed`, `not-allowed-in-this-state`, `transfer-open` where nobody could be asked;
 * `invalid-answers` when an organisation is named twice; `not-found` for one the area does not know
 */
export const askSeveral = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      recipients: z.array(BatchRecipient).min(1).max(MOST),
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, recipients } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'request-batch.ask', input, outcome },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        requireAskable(seen.found, parts)
        const ids = new Set(recipients.map(({ organisationId }) => organisationId))
        if (ids.size !== recipients.length) throw new Refusal('invalid-answers', ['recipients'])
        for (const organisationId of ids) {
          const known = await findOrganisation(tx, areaId, organisationId, parts.clock.today())
          if (known === null) throw new Refusal('not-found')
        }
        const requestBatchId = RequestBatchId.parse(randomUUID())
        const batch = { requestBatchId, caseId, askedBy: person.personId, askedAt: parts.clock.now() }
        await insertBatch(tx, areaId, batch, recipients)
        await wakeAsking(tx, { areaId, requestBatchId })
        await parts.audit.record(tx, actor, areaId, {
          action: 'request-batch.ask',
          object: { kind: 'case', id: caseId },
        })
        return { requestBatchId }
      },
    )
  })
