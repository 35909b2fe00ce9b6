import { MergeId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import type { PersonVisit, Visit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { passForAll } from '../duplicates/admitted.ts'
import { duplicatesTitle } from '../duplicates/view.ts'
import { mergeView } from './view.ts'

function mergeIdOf(visit: Pick<Visit, 'param'>): MergeId {
  const read = MergeId.safeParse(visit.param('mergeId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

const Step = z.enum(['confirm', 'decline', 'withdraw', 'undo'])
const Version = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

/** The merge as it may be shown: nothing of it to somebody who may not see one of its cases. */
async function readMerge(visit: PersonVisit, mergeId: MergeId) {
  const { merge } = visit.call<IntakeRouter>('intake')
  const asked = { areaId: visit.areaId, mergeId }
  const bare = await merge.read.query(asked)
  const given = await passForAll(visit, [bare.merged.passFor, bare.surviving.passFor])
  return { shown: given.pass === undefined ? bare : await merge.read.query({ ...asked, ...given }), given }
}

/** One merge: proposed by one person, confirmed by another, undone by either. */
export const mergePage = personPage('/merges/:mergeId', {
  permission: 'duplicate-review:read',
  async show(visit) {
    const { shown: merge } = await readMerge(visit, mergeIdOf(visit))
    const people = [merge.proposedBy, merge.decidedBy, merge.undoneBy].flatMap((id) => (id ? [id] : []))
    const names = await displayNames(visit.parts.database.sql, people)
    return {
      title: 'Merge of two records',
      section: duplicatesTitle,
      backLink: '/duplicates?show=waiting',
      main: mergeView({
        hidden: visit.formFields,
        merge,
        me: visit.actor.personId,
        mayDecide: visit.mayDo('merge:decide'),
        mayUndo: visit.mayDo('merge:undo'),
        nameOf: (id) => (id === null ? '' : (names.get(id) ?? 'Somebody who has left')),
      }),
    }
  },
  async post(visit, form) {
    const mergeId = mergeIdOf(visit)
    const step = Step.safeParse(form.action)
    const version = Version.safeParse(form.text('version'))
    if (!step.success || !version.success) throw new Refusal('unreadable')
    const { given } = await readMerge(visit, mergeId)
    const { merge } = visit.call<IntakeRouter>('intake')
    const asked = { areaId: visit.areaId, mergeId, key: form.key, version: version.data, ...given }
    await merge[step.data].mutate(asked)
    return new GoTo(`/merges/${mergeId}`)
  },
})
