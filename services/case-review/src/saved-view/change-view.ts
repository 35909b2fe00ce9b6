import type { Db } from '@cdop/database'
import { AreaId, Refusal, SavedViewId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import {
  beginWithView,
  deleteSavedView,
  type Keeper,
  type SavedView,
  SavedViewName,
  savedViewsOf,
  updateName,
} from './saved-view-store.ts'

const Changed = z.strictObject({})
const Asked = z.strictObject({ areaId: AreaId, savedViewId: SavedViewId, key: AttemptKey })

/** A view of the person, with all they keep locked: two changes at the same moment follow one another. */
async function ownView(tx: Db, parts: Parts, keeper: Keeper, savedViewId: SavedViewId): Promise<SavedView> {
  const kept = await savedViewsOf(tx, () => areaCipher(tx, parts.keys, keeper.areaId), keeper, { lock: true })
  const found = kept.find((one) => one.savedViewId === savedViewId)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

/**
 * Gives a saved view another name.
 * @throws Refusal `not-found` when the person keeps no such view, `stale` when it was renamed since `version`
 */
export const renameView = requires('case:list')
  .input(Asked.extend({ name: SavedViewName, version: z.int().positive() }))
  .output(Changed)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId } = requirePerson(actor)
    const { areaId, savedViewId } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'saved-view.rename', input, outcome: Changed },
      async (tx) => {
        const keeper = { areaId, personId }
        await ownView(tx, parts, keeper, savedViewId)
        if (!(await updateName(tx, await areaCipher(tx, parts.keys, areaId), keeper, input))) {
          throw new Refusal('stale')
        }
        await parts.audit.record(tx, actor, areaId, {
          action: 'saved-view.rename',
          object: { kind: 'saved-view', id: savedViewId },
        })
        return {}
      },
    )
  })

/** Keeps a view no longer. @throws Refusal `not-found` when the person keeps no such view */
export const removeView = requires('case:list')
  .input(Asked)
  .output(Changed)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId } = requirePerson(actor)
    const { areaId, savedViewId } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'saved-view.remove', input, outcome: Changed },
      async (tx) => {
        const keeper = { areaId, personId }
        await ownView(tx, parts, keeper, savedViewId)
        await deleteSavedView(tx, keeper, savedViewId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'saved-view.remove',
          object: { kind: 'saved-view', id: savedViewId },
        })
        return {}
      },
    )
  })

/**
 * The person's worklist begins with this view, or no longer does.
 * @throws Refusal `not-found` when the person keeps no such view
 */
export const beginWith = requires('case:list')
  .input(Asked.extend({ begins: z.boolean() }))
  .output(Changed)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId } = requirePerson(actor)
    const { areaId, savedViewId, begins } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'saved-view.begin-with', input, outcome: Changed },
      async (tx) => {
        const keeper = { areaId, personId }
        const view = await ownView(tx, parts, keeper, savedViewId)
        if (begins !== view.begins) await beginWithView(tx, keeper, begins ? savedViewId : null)
        await parts.audit.record(tx, actor, areaId, {
          action: 'saved-view.begin-with',
          object: { kind: 'saved-view', id: savedViewId },
        })
        return {}
      },
    )
  })
