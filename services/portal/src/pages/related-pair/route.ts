import { Refusal, RelatedId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit, Visit } from '../../page/visit.ts'
import { passForAll } from '../duplicates/admitted.ts'
import { relatedTitle } from '../related/view.ts'
import { readRelatedDecision } from './form.ts'
import { relatedPairTitle, relatedPairView } from './view.ts'

function relatedIdOf(visit: Pick<Visit, 'param'>): RelatedId {
  const read = RelatedId.safeParse(visit.param('relatedId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

const intake = (visit: PersonVisit) => visit.call<IntakeRouter>('intake').related

/** The pair as it may be shown: nothing of it to somebody who may not see one of its cases. */
async function readPair(visit: PersonVisit, relatedId: RelatedId) {
  const asked = { areaId: visit.areaId, relatedId }
  const bare = await intake(visit).read.query(asked)
  const given = await passForAll(
    visit,
    bare.related.children.map(({ caseId }) => caseId),
  )
  const pair = given.pass === undefined ? bare : await intake(visit).read.query({ ...asked, ...given })
  return { pair, given }
}

/** Two children who died and may be related: who they are, why, and the decision. */
export const relatedPairPage = personPage('/related/:relatedId', {
  permission: 'related:read',
  async show(visit, again) {
    const { pair } = await readPair(visit, relatedIdOf(visit))
    const { toldAt, state, seenBy } = pair.related
    const names = new Map(
      (await visit.people()).map((person) => [String(person.personId), person.displayName]),
    )
    const stands = toldAt !== null && (state === 'proposed' || state === 'confirmed')
    return {
      title: relatedPairTitle,
      section: relatedTitle,
      backLink: '/related',
      main: relatedPairView({
        ...pair,
        hidden: visit.formFields,
        mayDecide: visit.mayDo('related:decide'),
        toSee: stands && visit.mayDo('related:acknowledge') && !seenBy.includes(visit.actor.personId),
        mayReadNotifications: visit.mayDo('notification:read'),
        errors: again?.errors ?? [],
        nameOf: (personId) => names.get(personId) ?? 'Somebody who works here no more',
      }),
    }
  },
  async post(visit, form) {
    const relatedId = relatedIdOf(visit)
    const { given } = await readPair(visit, relatedId)
    const asked = { areaId: visit.areaId, relatedId, key: form.key, ...given }
    if (form.action === 'seen') {
      if (!visit.mayDo('related:acknowledge')) throw new Refusal('forbidden')
      await intake(visit).acknowledge.mutate(asked)
      return new GoTo(`/related/${relatedId}`)
    }
    if (form.action !== 'decide') throw new Refusal('unreadable')
    if (!visit.mayDo('related:decide')) throw new Refusal('forbidden')
    const read = readRelatedDecision(form)
    if (!read.ok) return new Problems(read.errors)
    await intake(visit).decide.mutate({ ...asked, ...read.value })
    return new GoTo(`/related/${relatedId}`)
  },
})
