import { Refusal } from '@cdop/domain'
import { writtenTime } from '../../layout/written-time.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { namesOf, packIdOf, readMeetingPack } from '../meeting-pack/read-meeting-pack.ts'
import { caseIdOf, panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { readDecisions } from './form.ts'
import { packLeaksTitle, packLeaksView } from './view.ts'

/** The leak report of a case in the newest version. @throws Refusal `not-found` */
async function newestLeaks(visit: PersonVisit) {
  const { heldOn, versions } = await readMeetingPack(visit)
  const [newest] = versions
  if (newest === undefined) throw new Refusal('not-found')
  const { packId } = newest
  const report = await caseReview(visit).pack.leaks.query({
    areaId: visit.areaId,
    packId,
    caseId: caseIdOf(visit),
  })
  return { heldOn, packId, report }
}

/** What was taken out of the texts of a case, and each doubtful piece for a person to decide on. */
export const packLeaksPage = personPage('/panel-meetings/:panelMeetingId/pack/:caseId', {
  permission: 'pack:build',
  async show(visit) {
    const { heldOn, packId, report } = await newestLeaks(visit)
    const nameOf = await namesOf(visit)
    return {
      title: packLeaksTitle,
      section: meetingTitle(heldOn),
      reference: report.reference,
      backLink: `/panel-meetings/${panelMeetingIdOf(visit)}/pack`,
      main: packLeaksView({
        report,
        packId,
        formFields: visit.formFields,
        decidedBy: (by, at) => `${nameOf(by)} on ${writtenTime(new Date(at))}`,
      }),
    }
  },
  async post(visit, form) {
    const panelMeetingId = panelMeetingIdOf(visit)
    const caseId = caseIdOf(visit)
    const decisions = readDecisions(form)
    if (decisions.length > 0) {
      const packId = packIdOf(form.text('pack'))
      const decided = { areaId: visit.areaId, packId, caseId, decisions, key: form.key }
      await caseReview(visit).pack.decide.mutate(decided)
    }
    return new GoTo(`/panel-meetings/${panelMeetingId}/pack/${caseId}`)
  },
})
