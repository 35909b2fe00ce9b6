import type { CaseReviewRouter } from '@cdop/case-review/api'
import { writtenTime } from '../../layout/written-time.ts'
import { personPage } from '../../page/page-route.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { heldRuleWords } from '../../wording/quorum-rule-words.ts'
import { panelAt } from '../attendance/panel-people.ts'
import type { Apologies } from './apologies.ts'
import { readInvitations } from './invited.ts'
import { panelMeetingIdOf } from './meeting-id.ts'
import { type Progress, progressOf } from './reading-progress.ts'
import type { Signing } from './statements.ts'
import { meetingTitle, type Present, panelMeetingView } from './view.ts'

/** One meeting as case-review has it. @throws Refusal `not-found` */
export function readPanelMeeting(visit: PersonVisit) {
  const { panelMeeting } = visit.call<CaseReviewRouter>('case-review')
  return panelMeeting.read.query({ areaId: visit.areaId, panelMeetingId: panelMeetingIdOf(visit) })
}
type ReadMeeting = Awaited<ReturnType<typeof readPanelMeeting>>

/** The statements of everybody who can sit on the panel now: whoever has signed none is in the list as well. */
async function statements(visit: PersonVisit): Promise<Signing[]> {
  const { panelStatement } = visit.call<CaseReviewRouter>('case-review')
  const { rows } = await panelStatement.list.query({
    areaId: visit.areaId,
    panelMeetingId: panelMeetingIdOf(visit),
  })
  const signed = new Map(rows.map(({ personId, ...row }) => [personId, row]))
  const none = { state: 'not-signed', atMeeting: 'not-signed', lapsesOn: null } as const
  return (await panelAt(visit, panelMeetingIdOf(visit))).map(({ personId, displayName }) => ({
    name: displayName,
    ...(signed.get(personId) ?? none),
  }))
}

async function present(visit: PersonVisit, { attendance }: ReadMeeting): Promise<Present[]> {
  const names = new Map((await visit.people()).map(({ personId, displayName }) => [personId, displayName]))
  return attendance.map(({ personId, agency, attendedAs }) => ({
    name: names.get(personId) ?? 'Former member',
    agency,
    attendedAs,
  }))
}

async function pauseWords(visit: PersonVisit, { pause }: ReadMeeting): Promise<string | null> {
  if (pause === null) return null
  const who = (await visit.people()).find(({ personId }) => personId === pause.recordedBy)
  return `Recorded by ${who?.displayName ?? 'a colleague who has left'} on ${writtenTime(new Date(pause.recordedAt))}.`
}

/** Who cannot come, as far as the visitor is told, and what is held back of comments. */
async function apologies(visit: PersonVisit, { agenda }: ReadMeeting): Promise<Apologies> {
  const { panelApology } = visit.call<CaseReviewRouter>('case-review')
  const asked = { areaId: visit.areaId, panelMeetingId: panelMeetingIdOf(visit) }
  const { own, all, heldBack } = await panelApology.read.query(asked)
  const people = all === null ? [] : await visit.people()
  const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]))
  return {
    maySend: visit.mayDo('pack:read'),
    own: own.apologises,
    names: all === null ? null : all.map((personId) => names.get(personId) ?? 'Former member'),
    all,
    heldBack: agenda.filter(({ caseId }) => heldBack.includes(caseId)),
  }
}

/** How far the visitor is in reading for it. */
async function progress(visit: PersonVisit): Promise<Progress> {
  const { reading } = visit.call<CaseReviewRouter>('case-review')
  const asked = { areaId: visit.areaId, panelMeetingId: panelMeetingIdOf(visit) }
  return progressOf((await reading.progress.query(asked)).cases)
}

/** One meeting: agenda and attendance for the coordinator, the cases to read for members. */
export const panelMeetingPage = personPage('/panel-meetings/:panelMeetingId', {
  permission: 'panel-meeting:read',
  async show(visit) {
    const meeting = await readPanelMeeting(visit)
    const { heldOn, kind, quorumRule, agenda, panelMeetingId } = meeting
    const said = await apologies(visit, meeting)
    return {
      title: meetingTitle(heldOn),
      section: 'Panel meetings',
      backLink: '/panel-meetings',
      main: panelMeetingView({
        ...meeting,
        panelMeetingId,
        heldOn,
        quorumRule: heldRuleWords(kind, quorumRule),
        today: visit.parts.clock.today(),
        agenda,
        statements: visit.mayDo('panel-meeting:arrange') ? await statements(visit) : null,
        attendance: visit.mayDo('panel-meeting:arrange') ? await present(visit, meeting) : null,
        progress: visit.mayDo('pack:read') ? await progress(visit) : null,
        apologies: said,
        invitations: visit.mayDo('panel-meeting:defer') ? await readInvitations(visit, meeting, said) : null,
        caseHref: (caseId) =>
          visit.mayDo('pack:read') ? `/panel-meetings/${panelMeetingId}/cases/${caseId}` : `/cases/${caseId}`,
        mayAnalyse: visit.mayDo('analysis:draft'),
        mayDefer:
          visit.mayDo('panel-meeting:defer') &&
          meeting.cancelled === null &&
          heldOn <= visit.parts.clock.today(),
        mayBuildPack: visit.mayDo('pack:build') && meeting.cancelled === null,
        conflictDeclared: visit.query('conflict') === 'declared',
        pause: await pauseWords(visit, meeting),
        mayRecordConflicts: visit.mayDo('conflict:record'),
        mayDeclare: visit.mayDo('conflict:declare'),
      }),
    }
  },
})
