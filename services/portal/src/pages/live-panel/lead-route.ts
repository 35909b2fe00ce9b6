import { Refusal } from '@cdop/domain'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { aroundOf } from './around.ts'
import { leadTitle, leadView } from './lead-view.ts'
import { liveCaseBar, livePanel, pathsOf, readSeat } from './live-place.ts'

const Version = z
  .string()
  .regex(/^[1-9][0-9]{0,6}$/)
  .transform(Number)

/** The live panel as the chair leads it: beginning it, every item, and ending it. */
export const leadLivePage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/live/lead', {
  permission: 'live-panel:decide',
  async show(visit) {
    const { seat, asked } = await readSeat(visit)
    const panel = await livePanel(visit).lead.mutate(asked)
    const { base, kase } = pathsOf(visit)
    return {
      title: leadTitle,
      section: meetingTitle(seat.heldOn),
      reference: seat.reference,
      backLink: kase,
      before: liveCaseBar(seat),
      main: leadView({
        base,
        kase,
        panel,
        hidden: visit.formFields,
        around: await aroundOf(visit, seat),
      }),
    }
  },
  async post(visit, posted) {
    const { asked } = await readSeat(visit)
    const { base } = pathsOf(visit)
    const { key } = posted
    if (posted.action === 'begin') {
      const { item } = await livePanel(visit).open.mutate({ ...asked, key })
      return new GoTo(`${base}/lead/${encodeURIComponent(item)}`)
    }
    const version = Version.safeParse(posted.text('version'))
    if (posted.action !== 'end' || !version.success) throw new Refusal('unreadable')
    await livePanel(visit).end.mutate({ ...asked, key, version: version.data })
    return new GoTo(`${base}/lead`)
  },
})
