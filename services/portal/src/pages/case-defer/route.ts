import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseIdOf, panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { readQuestions } from './form.ts'
import { deferView } from './view.ts'

/** The panel puts a case of its agenda back, with questions. */
export const deferPage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/defer', {
  permission: 'panel-meeting:defer',
  async show(visit, again) {
    const { heldOn, agenda } = await readPanelMeeting(visit)
    const item = agenda.find(({ caseId, state }) => caseId === caseIdOf(visit) && state === 'listed')
    if (item === undefined) throw new Refusal('not-found')
    return {
      title: 'Put a case back',
      section: meetingTitle(heldOn),
      backLink: `/panel-meetings/${panelMeetingIdOf(visit)}`,
      main: deferView({
        hidden: visit.formFields,
        reference: item.reference,
        typed: again?.form.text('questions') ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const panelMeetingId = panelMeetingIdOf(visit)
    const read = readQuestions(form.text('questions'))
    if (!read.ok) return new Problems(read.errors)
    const { panelMeeting } = visit.call<CaseReviewRouter>('case-review')
    const { questions } = read.value
    const which = { areaId: visit.areaId, caseId: caseIdOf(visit), panelMeetingId }
    await panelMeeting.defer.mutate({ ...which, questions, key: form.key })
    return new GoTo(`/panel-meetings/${panelMeetingId}`)
  },
})
