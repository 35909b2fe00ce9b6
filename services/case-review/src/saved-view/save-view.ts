import { randomUUID } from 'node:crypto'
import { AreaId, Refusal, SavedViewId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { WorklistFilter } from '../case/worklist-filter.ts'
import { requires } from '../rpc.ts'
import {
  beginWithView,
  insertSavedView,
  MOST_SAVED_VIEWS,
  SavedViewName,
  savedViewsOf,
} from './saved-view-store.ts'

const Saved = z.strictObject({ savedViewId: SavedViewId })

/**
 * Keeps a worklist for a person under a name of their own: what is shown as codes and ids, the name sealed. With
 * `begins` their worklist begins with it from now on.
 * @throws Refusal `too-many-saved-views`
 */
export const saveView = requires('case:list')
  .input(
    z.strictObject({
      areaId: AreaId,
      key: AttemptKey,
      name: SavedViewName,
      filter: WorklistFilter,
      begins: z.boolean(),
    }),
  )
  .output(Saved)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId } = requirePerson(actor)
    const { areaId, name, filter, begins } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'saved-view.save', input, outcome: Saved },
      async (tx) => {
        const keeper = { areaId, personId }
        const cipher = await areaCipher(tx, parts.keys, areaId)
        // Looked at again once they are locked: somebody may have saved the last one meanwhile, in another window.
        await savedViewsOf(tx, async () => cipher, keeper, { lock: true })
        const kept = await savedViewsOf(tx, async () => cipher, keeper)
        if (kept.length >= MOST_SAVED_VIEWS) throw new Refusal('too-many-saved-views')
        const savedViewId = SavedViewId.parse(randomUUID())
        await insertSavedView(tx, cipher, keeper, { savedViewId, name, filter, at: parts.clock.now() })
        if (begins) await beginWithView(tx, keeper, savedViewId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'saved-view.save',
          object: { kind: 'saved-view', id: savedViewId },
        })
        return { savedViewId }
      },
    )
  })
