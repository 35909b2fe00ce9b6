import { Instant, PersonId } from '@cdop/domain'
import { SummarySection } from '@cdop/forms'
import { z } from 'zod'
import { passFor } from '../analysis/case-access.ts'
import { readUnblinded } from '../double-coding/blindness.ts'
import { requires } from '../rpc.ts'
import { AskedLive } from './live-access.ts'
import { openWords } from './live-decision-store.ts'
import { enterRoom } from './live-room.ts'
import { itemShape, roomShape, shownItem, shownRoom } from './live-view.ts'
import { howManyHere, noteHere } from './presence-store.ts'

/**
 * The live panel as the chair leads it: with who disagreed and what was said. Audited first.
 * @throws Refusal `not-found`, `second-coding-open`
 */
export const leadLivePanel = requires('live-panel:decide')
  .input(AskedLive)
  .output(
    z.strictObject({
      ...roomShape,
      /** Counts every change; what ends the live panel names it. 0 before it was begun. */
      version: z.number().int().nonnegative(),
      here: z.number().int().nonnegative(),
      analysisAgreed: z.boolean(),
      items: z.array(
        z.strictObject({
          ...itemShape,
          rows: SummarySection.shape.rows,
          answered: z.boolean(),
          digest: z.string(),
          decidedBy: PersonId.nullable(),
          decidedAt: Instant.nullable(),
          whoDisagreed: z.array(PersonId),
          words: z.string().nullable(),
        }),
      ),
    }),
  )
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    await passFor(parts.keyring, actor, input)
    return parts.database.transaction(actor, async (tx) => {
      await readUnblinded(tx, actor, input.areaId, input.caseId)
      await parts.audit.record(tx, actor, input.areaId, {
        action: 'live-panel.lead',
        object: { kind: 'case', id: input.caseId },
        fieldClasses: ['analysis'],
      })
      const entered = await enterRoom(tx, parts, input)
      const { place, cipher, session, analysis, items } = entered
      const at = parts.clock.now()
      if (actor.kind === 'person') await noteHere(tx, input, { by: actor.personId, at })
      return {
        ...shownRoom(entered),
        version: session?.version ?? 0,
        here: await howManyHere(tx, input, at),
        analysisAgreed: analysis?.state === 'agreed',
        items: items.map((one) => ({
          ...shownItem(one),
          rows: one.rows,
          answered: one.answered,
          digest: one.digest,
          decidedBy: one.last?.decidedBy ?? null,
          decidedAt: one.last?.decidedAt ?? null,
          whoDisagreed: one.lapsed ? [] : (one.last?.disagreed ?? []),
          words: one.last === null || one.lapsed ? null : openWords(cipher, place, one.last),
        })),
      }
    })
  })
