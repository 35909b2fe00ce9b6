import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { readNewRegional, typedRegional } from './form.ts'
import { newRegionalTitle, newRegionalView } from './view.ts'

const blank = {
  ...{ theme: '', terms: '', startsAt: '', endsAt: '', place: '' },
  heldOn: { day: '', month: '', year: '' },
}

/** Arranges a regional meeting and asks other areas to it. */
export const newRegionalMeetingPage = personPage('/regional-meetings/new', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    return {
      title: newRegionalTitle,
      section: 'Panel meetings',
      backLink: '/regional-meetings',
      main: newRegionalView({
        hidden: visit.formFields,
        known: await caseReview(visit).regionalMeeting.areas.query({ areaId: visit.areaId }),
        areas: again?.form.all('areas') ?? [],
        typed: again === null ? blank : typedRegional(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { areaId } = visit
    const { regionalMeeting } = caseReview(visit)
    const known = (await regionalMeeting.areas.query({ areaId })).map((area) => area.areaId)
    const read = readNewRegional(typedRegional(form), form.all('areas'), known)
    if (!read.ok) return new Problems(read.errors)
    if (read.value.heldOn < visit.parts.clock.today()) return pastDay
    const { regionalMeetingId } = await regionalMeeting.arrange.mutate({
      areaId,
      ...read.value,
      key: form.key,
    })
    return new GoTo(`/regional-meetings/${regionalMeetingId}`)
  },
})

/** Areas that meet plan ahead: nobody else could answer for a day that has been. */
export const pastDay = new Problems([
  { text: 'The date of the meeting must be today or in the future', href: '#heldOn-day' },
])
