import { isAsked, OrganisationId, Refusal, ReviewMeetingId } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, type Posted, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { datePartsOf, typedDate } from '../../typed-form/typed-date.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseReview, caseScreen, type OpenedCase, openedCase } from '../case-frame/opened-case.ts'
import { identifierMistake } from '../case-panel/form.ts'
import {
  noDate,
  noPlan,
  notesAsTyped,
  readHeld,
  readInvitation,
  readNotes,
  readPlan,
  readReason,
  readReport,
  typedHeld,
  typedInvitation,
  typedPlan,
} from './form.ts'
import { heldView } from './held-form.ts'
import { cancelForm, inviteForm, lastForm, reportForm } from './next-forms.ts'
import { planView } from './plan-form.ts'
import { oneMeetingView, type ShownMeeting } from './view.ts'

const section = { current: '/review-meeting' as const }

/** Carries out a plan; where it names the child, the page says so beside the place. */
async function planned(change: Promise<unknown>, goTo: string): Promise<Posted> {
  try {
    await change
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'identifiers-in-summary') throw thrown
    return new Problems([{ text: identifierMistake(thrown.fields, 'The invitation'), href: '#place' }])
  }
  return new GoTo(goTo)
}

const arrangePage = personPage('/cases/:caseId/review-meeting/new', {
  permission: 'review-meeting:record',
  async show(visit, again) {
    const found = await openedCase(visit)
    const typed = again ? typedPlan(again.form) : noPlan
    const errors = again?.errors ?? []
    return caseScreen(visit, found, {
      ...section,
      title: 'Arrange a review meeting',
      main: planView({ hidden: visit.formFields, typed, errors, changing: null }),
    })
  },
  async post(visit, form) {
    const { caseId, diedOn } = await openedCase(visit)
    const read = readPlan(typedPlan(form), diedOn)
    if (!read.ok) return new Problems(read.errors)
    const asked = { areaId: visit.areaId, caseId, key: form.key, ...read.value }
    return planned(caseReview(visit).reviewMeeting.arrange.mutate(asked), `/cases/${caseId}/review-meeting`)
  },
})

/** A meeting of the case. @throws Refusal `not-found` */
async function oneMeeting(visit: PersonVisit) {
  const found = await openedCase(visit)
  const { meetings } = await caseReview(visit).reviewMeeting.list.query({
    areaId: visit.areaId,
    caseId: found.caseId,
  })
  const asked = ReviewMeetingId.safeParse(visit.param('reviewMeetingId'))
  const meeting = meetings.find(({ reviewMeetingId }) => reviewMeetingId === asked.data)
  if (meeting === undefined) throw new Refusal('not-found')
  return { found, meeting }
}

function versionIn(form: PostedForm): number {
  const version = Number(form.text('version'))
  if (!Number.isInteger(version) || version < 1) throw new Refusal('unreadable')
  return version
}

const changeOf = (
  visit: PersonVisit,
  { caseId }: OpenedCase,
  { reviewMeetingId }: ShownMeeting,
  form: PostedForm,
) => ({
  areaId: visit.areaId,
  caseId,
  reviewMeetingId,
  version: versionIn(form),
  key: form.key,
})

const pathOf = ({ caseId }: OpenedCase, { reviewMeetingId }: ShownMeeting) =>
  `/cases/${caseId}/review-meeting/${reviewMeetingId}`

const changePage = personPage('/cases/:caseId/review-meeting/:reviewMeetingId/change', {
  permission: 'review-meeting:record',
  async show(visit, again) {
    const { found, meeting } = await oneMeeting(visit)
    const typed = again ? typedPlan(again.form) : { ...meeting, plannedOn: datePartsOf(meeting.plannedOn) }
    return caseScreen(visit, found, {
      ...section,
      title: 'Change a review meeting',
      main: planView({
        hidden: visit.formFields,
        typed,
        errors: again?.errors ?? [],
        changing: meeting,
      }),
    })
  },
  async post(visit, form) {
    const { found, meeting } = await oneMeeting(visit)
    const read = readPlan({ ...typedPlan(form), kind: meeting.kind }, found.diedOn)
    if (!read.ok) return new Problems(read.errors)
    const { kind, ...plan } = read.value
    const asked = { ...changeOf(visit, found, meeting, form), ...plan }
    return planned(caseReview(visit).reviewMeeting.change.mutate(asked), pathOf(found, meeting))
  },
})

const heldPage = personPage('/cases/:caseId/review-meeting/:reviewMeetingId/held', {
  permission: 'review-meeting:record',
  async show(visit, again) {
    const { found, meeting } = await oneMeeting(visit)
    const { notes } = meeting
    const stored = { heldOn: datePartsOf(meeting.plannedOn), last: '' }
    const typed = again
      ? typedHeld(again.form)
      : { ...notesAsTyped(notes?.attendees ?? [], notes?.notes ?? null), ...stored }
    return caseScreen(visit, found, {
      ...section,
      title: notes === null ? 'Record a review meeting' : 'Change the notes of a review meeting',
      main: heldView({
        hidden: visit.formFields,
        version: meeting.version,
        typed,
        errors: again?.errors ?? [],
        again: notes !== null,
      }),
    })
  },
  async post(visit, form) {
    const { found, meeting } = await oneMeeting(visit)
    const { reviewMeeting } = caseReview(visit)
    const change = changeOf(visit, found, meeting, form)
    if (meeting.notes === null) {
      const read = readHeld(typedHeld(form), { diedOn: found.diedOn, today: visit.parts.clock.today() })
      if (!read.ok) return new Problems(read.errors)
      await reviewMeeting.recordHeld.mutate({ ...change, ...read.value })
    } else {
      const read = readNotes(typedHeld(form))
      if (!read.ok) return new Problems(read.errors)
      await reviewMeeting.amendNotes.mutate({ ...change, ...read.value })
    }
    return new GoTo(pathOf(found, meeting))
  },
})

/** @throws Refusal `unreadable` for what no box of the page stands for */
function organisationIn(ticked: string): OrganisationId {
  const read = OrganisationId.safeParse(ticked)
  if (!read.success) throw new Refusal('unreadable')
  return read.data
}

/** The agencies that were asked about a case, each once. */
function askedAgencies({ requests }: OpenedCase) {
  const asked = requests.filter(({ state }) => isAsked(state))
  return [...new Map(asked.map((request) => [request.organisationId, request])).values()]
}

/** The form that says it anew, where the case stands so that it can be said. */
function sayingLast(
  next: Parameters<typeof lastForm>[0],
  state: OpenedCase['state'],
  { heldOn, endedTheStage }: ShownMeeting,
  again: PostedForm | null,
) {
  if (heldOn === null || endedTheStage === null) return null
  if (state !== (endedTheStage ? 'review-meeting-held' : 'gathering')) return null
  return lastForm(next, !endedTheStage, again?.action === 'last' ? again.text('reason') : '')
}

const meetingPage = personPage('/cases/:caseId/review-meeting/:reviewMeetingId', {
  permission: 'case:read',
  async show(visit, again) {
    const { found, meeting } = await oneMeeting(visit)
    const mayRecord = visit.mayDo('review-meeting:record')
    const planned = meeting.heldOn === null && meeting.cancelledAt === null
    const errors = again?.errors ?? []
    const next = { hidden: visit.formFields, version: meeting.version, errors }
    const action = again?.form.action
    const by = meeting.notes === null ? [] : [meeting.notes.recordedBy]
    const invitation =
      again && action === 'invite' ? typedInvitation(again.form) : { organisations: [], emails: '' }
    const receivedOn = again && action === 'report' ? typedDate(again.form, 'receivedOn') : noDate
    const reportable = meeting.heldOn !== null && meeting.reportReceivedOn === null
    return caseScreen(visit, found, {
      ...section,
      title: 'A review meeting',
      main: oneMeetingView({
        caseId: found.caseId,
        meeting,
        names: await displayNames(visit.parts.database.sql, by),
        mayRecord,
        mayDraft: visit.mayDo('meeting-analysis:draft'),
        today: visit.parts.clock.today(),
        invite: planned && mayRecord ? inviteForm(next, invitation, askedAgencies(found)) : null,
        report: reportable && mayRecord ? reportForm(next, receivedOn) : null,
        last: mayRecord ? sayingLast(next, found.state, meeting, again?.form ?? null) : null,
        cancel: planned && mayRecord ? cancelForm(next, meeting.invitations.length) : null,
      }),
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('review-meeting:record')) throw new Refusal('forbidden')
    const { found, meeting } = await oneMeeting(visit)
    const change = changeOf(visit, found, meeting, form)
    const { reviewMeeting } = caseReview(visit)
    if (form.action === 'cancel') await reviewMeeting.cancel.mutate(change)
    else if (form.action === 'last') {
      const read = readReason(form)
      if (!read.ok) return new Problems(read.errors)
      const last = form.text('last') === 'yes'
      await reviewMeeting.sayLast.mutate({ ...change, last, ...read.value })
    } else if (form.action === 'report' && meeting.heldOn !== null) {
      const bounds = { heldOn: meeting.heldOn, today: visit.parts.clock.today() }
      const read = readReport(typedDate(form, 'receivedOn'), bounds)
      if (!read.ok) return new Problems(read.errors)
      await reviewMeeting.recordReport.mutate({ ...change, ...read.value })
    } else if (form.action === 'invite') {
      const read = readInvitation(typedInvitation(form))
      if (!read.ok) return new Problems(read.errors)
      const organisationIds = read.value.organisations.map(organisationIn)
      await reviewMeeting.invite.mutate({ ...change, organisationIds, emails: read.value.emails })
    } else throw new Refusal('unreadable')
    return new GoTo(pathOf(found, meeting))
  },
})

/** The calendar file of a meeting. Its name is the same for every meeting. */
const calendarPage = personPage('/cases/:caseId/review-meeting/:reviewMeetingId/calendar', {
  permission: 'case:read',
  async show(visit) {
    const { found, meeting } = await oneMeeting(visit)
    const { calendar } = await caseReview(visit).reviewMeeting.calendar.query({
      areaId: visit.areaId,
      caseId: found.caseId,
      reviewMeetingId: meeting.reviewMeetingId,
    })
    return new Response(calendar, {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'attachment; filename="review-meeting.ics"',
      },
    })
  },
})

export const reviewMeetingPages: readonly PageRoute[] = [
  arrangePage,
  meetingPage,
  changePage,
  heldPage,
  calendarPage,
]
