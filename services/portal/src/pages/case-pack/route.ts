import type { CaseReviewRouter } from '@cdop/case-review/api'
import { PackPlace, Refusal } from '@cdop/domain'
import { writtenTime } from '../../layout/written-time.ts'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, type Screen } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { readComments } from '../case-comments/read-comments.ts'
import { mayAnalyse } from '../panel-meeting/agenda.ts'
import { caseIdOf, panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { readListedCase } from './listed-case.ts'
import { type NotOpen, notOpenView } from './not-open-view.ts'
import { openPack } from './read-pack.ts'
import { KEEP_PLACE, MARK_READ, MARK_UNREAD } from './reading-bar.ts'
import { DECLARE, packTitle, packView, panelCaseBar } from './view.ts'

/** A case as a panel member reads it: without names, and with the one button that closes it to them. */
export const casePackPage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId', {
  permission: 'pack:read',
  async show(visit) {
    const panelMeetingId = panelMeetingIdOf(visit)
    const listed = await readListedCase(visit)
    const { caseId, heldOn, item } = listed
    if (item.pack !== 'open') return notOpen(visit, listed, item.pack)
    const { pack, narratives, reading } = await openPack(visit, caseId)
    return {
      title: packTitle,
      section: meetingTitle(heldOn),
      reference: pack.reference,
      backLink: `/panel-meetings/${panelMeetingId}`,
      before: panelCaseBar(pack),
      main: packView({
        pack,
        narratives,
        reading,
        unfolded: visit.query('passages') === 'shown',
        panelMeetingId,
        caseId,
        formFields: visit.formFields,
        mayAnalyse: visit.mayDo('analysis:draft'),
        mayAnswer: visit.mayDo('analysis:agree') && pack.familyQuestions.some(({ body }) => body === 'panel'),
        reader: visit.visitor.displayName,
        readAt: writtenTime(new Date(visit.parts.clock.now())),
        comments: visit.mayDo('analysis:agree') ? await readComments(visit) : null,
      }),
    }
  },
  async post(visit, posted) {
    const panelMeetingId = panelMeetingIdOf(visit)
    if (posted.action !== DECLARE) return read(visit, posted)
    await visit.call<CaseReviewRouter>('case-review').conflict.declare.mutate({
      areaId: visit.areaId,
      caseId: caseIdOf(visit),
      key: posted.key,
    })
    return new GoTo(`/panel-meetings/${panelMeetingId}?conflict=declared`)
  },
})

/** What the agenda names of a case the panel does not read. */
function notOpen(
  visit: PersonVisit,
  { caseId, heldOn, packDueOn, item }: Awaited<ReturnType<typeof readListedCase>>,
  opening: NotOpen['opening'],
): Screen {
  const panelMeetingId = panelMeetingIdOf(visit)
  return {
    title: packTitle,
    section: meetingTitle(heldOn),
    reference: item.reference,
    backLink: `/panel-meetings/${panelMeetingId}`,
    before: panelCaseBar(item),
    main: notOpenView({
      opening,
      packDueOn,
      today: visit.parts.clock.today(),
      panelMeetingId,
      caseId,
      formFields: visit.formFields,
      mayAnalyse: visit.mayDo('analysis:draft') && mayAnalyse(item),
    }),
  }
}

/** What somebody who reads posts: that they have read it, that they have not, or where they are. */
async function read(visit: PersonVisit, posted: PostedForm): Promise<GoTo | Response> {
  const { reading } = visit.call<CaseReviewRouter>('case-review')
  const panelMeetingId = panelMeetingIdOf(visit)
  const place = { areaId: visit.areaId, caseId: caseIdOf(visit), panelMeetingId }
  switch (posted.action) {
    case MARK_READ:
      await reading.mark.mutate({ ...place, version: posted.text('_version'), key: posted.key })
      return new GoTo(`/panel-meetings/${panelMeetingId}`)
    case MARK_UNREAD:
      await reading.unmark.mutate({ ...place, key: posted.key })
      return new GoTo(`/panel-meetings/${panelMeetingId}/cases/${place.caseId}`)
    case KEEP_PLACE: {
      const kept = PackPlace.safeParse(posted.text('_place'))
      if (!kept.success) throw new Refusal('unreadable')
      await reading.keepPlace.mutate({ ...place, place: kept.data })
      return new Response(null, { status: 204 })
    }
    default:
      throw new Refusal('unreadable')
  }
}
