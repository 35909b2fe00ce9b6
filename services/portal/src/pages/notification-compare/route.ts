import { type NotificationId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { type Again, GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { passForAll } from '../duplicates/admitted.ts'
import { notificationIdOf } from '../notification/route.ts'
import { readSearch } from '../search/form.ts'
import { foundChildren } from '../search/found-children.ts'
import { choiceOf, type Other, readOther } from './form.ts'
import { type CompareModel, compareTitle, compareView } from './view.ts'

/** The case without whose pass a notification, or what it was merged into, is shown to nobody. */
async function caseBehind(visit: PersonVisit, notificationId: NotificationId) {
  const asked = { areaId: visit.areaId, notificationId }
  const { caseId, mergedInto } = await visit.call<IntakeRouter>('intake').notification.read.query(asked)
  return caseId ?? mergedInto?.caseId ?? null
}

/** What is found for what was typed, but for the notification itself; null before anything was looked for. */
async function otherRecords(visit: PersonVisit, again: Again | null): Promise<CompareModel['found']> {
  const read = again === null ? null : readSearch(again.form)
  if (read === null || !read.ok) return null
  const { typed } = read.value
  const { found } = await visit
    .call<IntakeRouter>('intake')
    .identity.search.query({ areaId: visit.areaId, typed })
  const own = notificationIdOf(visit)
  const children = await foundChildren(
    visit,
    found.filter(({ notificationId }) => notificationId !== own),
  )
  return children.map(({ caseId, notificationId, name, what, diedOn }) => ({
    value: choiceOf(caseId === null ? { notificationId } : { caseId }),
    name,
    what,
    diedOn,
  }))
}

async function passForBoth(visit: PersonVisit, notificationId: NotificationId, other: Other) {
  const own = await caseBehind(visit, notificationId)
  const others = 'caseId' in other ? other.caseId : await caseBehind(visit, other.notificationId)
  return passForAll(visit, [own, others])
}

/** Has a notification compared with a record that no matching proposed. */
export const notificationComparePage = personPage('/notifications/:notificationId/compare', {
  permission: 'duplicate-review:decide',
  async show(visit, again) {
    return {
      title: compareTitle,
      section: 'Notifications',
      backLink: `/notifications/${notificationIdOf(visit)}`,
      main: compareView({
        hidden: visit.formFields,
        typed: again?.form.text('typed') ?? '',
        found: await otherRecords(visit, again),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readSearch(form)
    if (!read.ok) return new Problems(read.errors)
    if (form.action === 'find') return new Problems([])
    if (form.action !== 'compare') throw new Refusal('unreadable')
    const other = readOther(form)
    if (other === null) return new Problems([{ text: 'Select the record to compare with', href: '#other' }])
    const notificationId = notificationIdOf(visit)
    const { reviewId } = await visit.call<IntakeRouter>('intake').duplicateReview.raise.mutate({
      areaId: visit.areaId,
      notificationId,
      with: other,
      key: form.key,
      ...(await passForBoth(visit, notificationId, other)),
    })
    return new GoTo(`/duplicates/${reviewId}`)
  },
})
