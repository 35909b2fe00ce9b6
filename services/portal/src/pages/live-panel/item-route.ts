import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { aroundOf } from './around.ts'
import { DISAGREED, nothingTyped, readDecision, SeenItem, typedDecision } from './form.ts'
import { itemView } from './item-view.ts'
import { liveCaseBar, livePanel, pathsOf, readSeat } from './live-place.ts'

async function readItem(visit: PersonVisit) {
  const { seat, asked } = await readSeat(visit)
  const panel = await livePanel(visit).lead.mutate(asked)
  const at = panel.items.findIndex(({ item }) => item === visit.param('item'))
  const found = panel.items[at]
  if (found === undefined) throw new Refusal('not-found')
  return { seat, panel, found, before: panel.items[at - 1] ?? null, next: panel.items[at + 1] ?? null }
}

/** One item: its answer, what the panel decided, who disagreed; and the way to the items beside it. */
export const leadItemPage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/live/lead/:item', {
  permission: 'live-panel:decide',
  async show(visit, again) {
    const { seat, panel, found, before, next } = await readItem(visit)
    const { base, kase } = pathsOf(visit)
    if (panel.state !== 'open' || panel.analysisAgreed) return new GoTo(`${base}/lead`)
    const names = new Map((await visit.people()).map(({ personId, displayName }) => [personId, displayName]))
    return {
      title: found.title,
      section: meetingTitle(seat.heldOn),
      reference: seat.reference,
      backLink: `${base}/lead`,
      before: liveCaseBar(seat),
      main: itemView({
        base,
        kase,
        panel,
        item: found,
        whoDisagreed: found.whoDisagreed.map((personId) => names.get(personId) ?? 'Former member'),
        neighbours: { before, next },
        hidden: visit.formFields,
        around: await aroundOf(visit, seat),
        typed: again === null ? nothingTyped : typedDecision(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    const { base } = pathsOf(visit)
    const { key } = posted
    const { asked } = await readSeat(visit)
    if (posted.action === 'show') {
      const { item } = await livePanel(visit).show.mutate({ ...asked, key, item: posted.text('item') })
      return new GoTo(`${base}/lead/${encodeURIComponent(item)}`)
    }
    const seen = SeenItem.safeParse({ version: posted.text('version'), digest: posted.text('digest') })
    if (posted.action !== 'decide' || !seen.success) throw new Refusal('unreadable')
    const read = readDecision(typedDecision(posted))
    if (!read.ok) return new Problems(read.errors)
    const item = visit.param('item')
    try {
      await livePanel(visit).decide.mutate({ ...asked, key, item, ...seen.data, ...read.value })
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'disagreement-not-of-panel') throw thrown
      return new Problems([{ text: thrown.says, href: `#${DISAGREED}` }])
    }
    return new GoTo(`${base}/lead/${encodeURIComponent(item)}`)
  },
})
