import { hasAnswered, LifeEventId, Refusal, TIMELINE_PAGE } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { documentSubjectWords } from '../../wording/document-words.ts'
import { caseReview, caseScreen, type OpenedCase, openedCase } from '../case-frame/opened-case.ts'
import { timelineChoice, timelinePath } from './choice.ts'
import { noLifeEvent, readLifeEvent, readTakingOut, typedLifeEvent } from './form.ts'
import { type LifeEventSource, newLifeEventView, takeOutView, type WrittenEntry } from './life-event-forms.ts'
import { timelineView } from './view.ts'

/** Everything that happened, of the child, its death, the review and the system. */
const timelinePage = personPage('/cases/:caseId/timeline', {
  permission: 'case:read',
  async show(visit) {
    const found = await openedCase(visit)
    const { caseId } = found
    const choice = timelineChoice(visit.url.searchParams)
    const { kinds, inOrder, page } = choice
    const read = inOrder ? { as: 'whole' as const } : { as: 'page' as const, page }
    const asked = { areaId: visit.areaId, caseId, kinds: [...kinds], read }
    const answered = await caseReview(visit).timeline.read.query(asked)
    const last = Math.max(1, Math.ceil(answered.total / TIMELINE_PAGE))
    if (!inOrder && page > last) return new GoTo(timelinePath(caseId, { ...choice, page: last }))
    const people = answered.entries.flatMap((entry) =>
      entry.is === 'answered' || entry.byPersonId === null ? [] : [entry.byPersonId],
    )
    return caseScreen(visit, found, {
      title: 'Timeline',
      current: '/timeline',
      main: timelineView({
        ...answered,
        caseId,
        choice,
        names: await displayNames(visit.parts.database.sql, [...new Set(people)]),
        mayRecord: visit.mayDo('life-event:record'),
      }),
    })
  },
})

/** What can have said something of the child: the agencies that answered, and the documents that can be opened. */
async function sourcesOf(visit: PersonVisit, { caseId, requests }: OpenedCase): Promise<LifeEventSource[]> {
  const { documents } = await caseReview(visit).document.list.query({ areaId: visit.areaId, caseId })
  return [
    ...requests
      .filter(({ state, part }) => hasAnswered(state) || part !== null)
      .map(({ informationRequestId, organisationName: text }) => ({
        code: `agency:${informationRequestId}`,
        text,
      })),
    ...documents
      .filter(({ state }) => state === 'clean')
      .map(({ documentId, number, subject }) => ({
        code: `document:${documentId}`,
        text: `Document ${number}: ${documentSubjectWords[subject].toLowerCase()}`,
      })),
  ]
}

const newLifeEventPage = personPage('/cases/:caseId/timeline/new', {
  permission: 'life-event:record',
  async show(visit, again) {
    const found = await openedCase(visit)
    const typed = again ? typedLifeEvent(again.form) : noLifeEvent
    const sources = await sourcesOf(visit, found)
    return caseScreen(visit, found, {
      title: 'Add something from the child’s life',
      current: '/timeline',
      main: newLifeEventView(visit.formFields, { typed, sources }, again?.errors ?? []),
    })
  },
  async post(visit, form) {
    const { caseId, diedOn } = await openedCase(visit)
    const read = readLifeEvent(typedLifeEvent(form), { diedOn })
    if (!read.ok) return new Problems(read.errors)
    const { source, ...event } = read.value
    await caseReview(visit).timeline.record.mutate({
      areaId: visit.areaId,
      caseId,
      key: form.key,
      event,
      source,
    })
    return new GoTo(`/cases/${caseId}/timeline`)
  },
})

/** What was written down of the life, as long as it stands. @throws Refusal `not-found` */
async function writtenEntry(visit: PersonVisit, { caseId }: OpenedCase): Promise<WrittenEntry> {
  const asked = LifeEventId.safeParse(visit.param('lifeEventId'))
  const { entries } = await caseReview(visit).timeline.read.query({
    areaId: visit.areaId,
    caseId,
    kinds: ['life'],
    read: { as: 'whole' },
  })
  const entry = entries.find((one) => one.is === 'written' && one.lifeEventId === asked.data)
  if (entry === undefined || entry.is !== 'written') throw new Refusal('not-found')
  return entry
}

const takeOutPage = personPage('/cases/:caseId/timeline/:lifeEventId', {
  permission: 'life-event:record',
  async show(visit, again) {
    const found = await openedCase(visit)
    const entry = await writtenEntry(visit, found)
    return caseScreen(visit, found, {
      title: 'Take this out of the timeline',
      current: '/timeline',
      main: takeOutView(
        visit.formFields,
        { entry, because: again?.form.text('because') ?? '' },
        again?.errors ?? [],
      ),
    })
  },
  async post(visit, form) {
    const lifeEventId = LifeEventId.safeParse(visit.param('lifeEventId'))
    if (!lifeEventId.success) throw new Refusal('not-found')
    const { caseId } = await openedCase(visit)
    const read = readTakingOut(form.text('because'))
    if (!read.ok) return new Problems(read.errors)
    await caseReview(visit).timeline.takeOut.mutate({
      areaId: visit.areaId,
      caseId,
      key: form.key,
      lifeEventId: lifeEventId.data,
      ...read.value,
    })
    return new GoTo(`/cases/${caseId}/timeline`)
  },
})

export const caseTimelinePages: readonly PageRoute[] = [timelinePage, newLifeEventPage, takeOutPage]
