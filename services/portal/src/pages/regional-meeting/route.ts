import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { postedVersion } from '../panel-meeting-change/form.ts'
import { regionalMeetingsTitle } from '../regional-meetings/view.ts'
import { answerIn } from './form.ts'
import { readRegionalMeeting, regionalIdOf } from './regional-id.ts'
import { regionalTitle, regionalView } from './view.ts'

/** One regional meeting: what is arranged, who takes part, and the answer of an area that was asked. */
export const regionalMeetingPage = personPage('/regional-meetings/:regionalMeetingId', {
  permission: 'panel-meeting:arrange',
  async show(visit) {
    const found = await readRegionalMeeting(visit)
    const names = new Map((await visit.people()).map(({ personId, displayName }) => [personId, displayName]))
    const seated = (all: typeof found.sends) =>
      all.map(({ personId, agency, seat }) => ({
        name: names.get(personId) ?? 'Somebody with no account here',
        agency,
        seat,
      }))
    return {
      title: regionalTitle(found.heldOn),
      section: regionalMeetingsTitle,
      backLink: '/regional-meetings',
      main: regionalView({
        hidden: visit.formFields,
        ...found,
        going: seated(found.sends),
        coming: seated(found.receives),
      }),
    }
  },
  async post(visit, form) {
    const regionalMeetingId = regionalIdOf(visit)
    await caseReview(visit).regionalMeeting.answer.mutate({
      areaId: visit.areaId,
      regionalMeetingId,
      planVersion: postedVersion(form),
      answer: answerIn(form),
      key: form.key,
    })
    return new GoTo(`/regional-meetings/${regionalMeetingId}`)
  },
})
