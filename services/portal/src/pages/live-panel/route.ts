import type { CaseReviewRouter } from '@cdop/case-review/api'
import { liveStream } from '../../live/live-stream.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import type { Screen } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { liveCaseBar, livePanel, pathsOf, placeOf, readSeat } from './live-place.ts'
import { screenTitle, screenView } from './screen-view.ts'
import { liveTitle, liveView } from './view.ts'

/** Seconds between two loads of a page without scripts. */
const REFRESH = 10

const PATH = '/panel-meetings/:panelMeetingId/cases/:caseId/live'

async function followed(visit: PersonVisit): Promise<Screen> {
  const { seat, asked } = await readSeat(visit)
  const panel = await livePanel(visit).read.mutate(asked)
  const { base, kase } = pathsOf(visit)
  return {
    title: liveTitle,
    section: meetingTitle(seat.heldOn),
    reference: seat.reference,
    backLink: kase,
    before: liveCaseBar(seat),
    refresh: { seconds: REFRESH, href: `${base}/again` },
    main: liveView({ base, panel, mayLead: visit.mayDo('live-panel:decide') }),
  }
}

async function projected(visit: PersonVisit): Promise<Screen> {
  const { seat, asked } = await readSeat(visit)
  const panel = await livePanel(visit).screen.query(asked)
  const { base } = pathsOf(visit)
  const { reference, ageBand } = seat
  return {
    title: screenTitle,
    projected: true,
    refresh: { seconds: REFRESH, href: `${base}/screen/again` },
    main: screenView({ base, panel, reference, ageBand, leave: `/panel-meetings/${asked.panelMeetingId}` }),
  }
}

/** Every change of a live panel, as it happens. */
const changesPage = personPage(`${PATH}/changes`, {
  permission: 'live-panel:watch',
  quiet: true,
  async show(visit) {
    const place = placeOf(visit)
    const { rooms, open, pace } = visit.parts.live
    const seats = visit.call<CaseReviewRouter>('case-review').livePanel
    await seats.keepSeat.query(place)
    const stream = {
      rooms,
      open,
      place,
      personId: visit.actor.personId,
      after: visit.lastEventId === '' ? null : visit.lastEventId,
      async keep() {
        const call = await visit.renewed()
        const { pass } = await call<CaseReviewRouter>('case-review').livePanel.keepSeat.query(place)
        // The shared screen is nobody, and may know no more than that it is being discussed.
        if (visit.mayDo('live-panel:read')) {
          await livePanel({ call }).stillHere.mutate({ ...place, pass })
        }
      },
    }
    return liveStream(stream, pace)
  },
})

/**
 * The live panel for whoever follows it, and its presentation to a room. Each has an address at which an open page asks for
 * it again, which prolongs no session.
 */
export const livePanelPages: readonly PageRoute[] = [
  personPage(PATH, { permission: 'live-panel:read', show: followed }),
  personPage(`${PATH}/again`, { permission: 'live-panel:read', quiet: true, show: followed }),
  personPage(`${PATH}/screen`, { permission: 'live-panel:watch', show: projected }),
  personPage(`${PATH}/screen/again`, { permission: 'live-panel:watch', quiet: true, show: projected }),
  changesPage,
]
