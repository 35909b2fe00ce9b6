import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { partsOf, postedVersion, readCancelling } from '../panel-meeting-change/form.ts'
import { readRegionalMeeting, regionalIdOf } from '../regional-meeting/regional-id.ts'
import { regionalTitle } from '../regional-meeting/view.ts'
import { readRegionalPlan, typedRegional } from '../regional-meeting-new/form.ts'
import { pastDay } from '../regional-meeting-new/route.ts'
import { changeRegionalTitle, changeRegionalView } from './view.ts'

/** Another day, time, place or words of a regional meeting, or its end: for the area that arranges it. */
export const regionalMeetingChangePage = personPage('/regional-meetings/:regionalMeetingId/change', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const found = await readRegionalMeeting(visit)
    if (!found.hosts) throw new Refusal('not-found')
    const { regionalMeetingId, heldOn, theme, terms, startsAt, endsAt, place } = found
    if (found.cancelled) return new GoTo(`/regional-meetings/${regionalMeetingId}`)
    const kept = { theme, terms, startsAt, endsAt, place, heldOn: partsOf(heldOn) }
    return {
      title: changeRegionalTitle,
      section: regionalTitle(heldOn),
      backLink: `/regional-meetings/${regionalMeetingId}`,
      main: changeRegionalView({
        hidden: visit.formFields,
        version: found.planVersion,
        typed: again?.form.action === 'change' ? typedRegional(again.form) : kept,
        reason: again?.form.text('reason') ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const regionalMeetingId = regionalIdOf(visit)
    const of = { areaId: visit.areaId, regionalMeetingId, planVersion: postedVersion(form), key: form.key }
    const { regionalMeeting } = caseReview(visit)
    if (form.action === 'cancel') {
      const read = readCancelling(form)
      if (!read.ok) return new Problems(read.errors)
      await regionalMeeting.cancel.mutate({ ...of, ...read.value })
    } else {
      const read = readRegionalPlan(typedRegional(form))
      if (!read.ok) return new Problems(read.errors)
      if (read.value.heldOn < visit.parts.clock.today()) return pastDay
      await regionalMeeting.change.mutate({ ...of, ...read.value })
    }
    return new GoTo(`/regional-meetings/${regionalMeetingId}`)
  },
})
