import { Refusal } from '@cdop/domain'
import { writtenTime } from '../../layout/written-time.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { BUILD, RELEASE, readReasons, readWithdrawal, reasonsAsked, SIGN, WITHDRAW } from './form.ts'
import { namesOf, packIdOf, readMeetingPack } from './read-meeting-pack.ts'
import { meetingPackTitle, meetingPackView } from './view.ts'

/** The pack of a meeting, for whoever prepares it: what its screening found, its signatures, and its release. */
export const meetingPackPage = personPage('/panel-meetings/:panelMeetingId/pack', {
  permission: 'pack:build',
  async show(visit, again) {
    const panelMeetingId = panelMeetingIdOf(visit)
    const pack = await readMeetingPack(visit)
    const nameOf = await namesOf(visit)
    const [newest] = pack.versions
    return {
      title: meetingPackTitle,
      section: meetingTitle(pack.heldOn),
      backLink: visit.mayDo('panel-meeting:read') ? `/panel-meetings/${panelMeetingId}` : '/',
      main: meetingPackView({
        pack,
        panelMeetingId,
        signedByMe: newest?.signedBy === visit.actor.personId,
        saidBy: (by, at) => `${nameOf(by)} on ${writtenTime(new Date(at))}`,
        formFields: visit.formFields,
        typed: {
          lateReason: again?.form.text('lateReason') ?? '',
          fewReason: again?.form.text('fewReason') ?? '',
        },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { areaId } = visit
    const panelMeetingId = panelMeetingIdOf(visit)
    const { pack } = caseReview(visit)
    const { key } = form
    const here = new GoTo(`/panel-meetings/${panelMeetingId}/pack`)
    if (form.action === BUILD) {
      const version = Number(form.text('version'))
      if (!Number.isSafeInteger(version) || version < 0) throw new Refusal('unreadable')
      await pack.build.mutate({ areaId, panelMeetingId, version, key })
      return here
    }
    const packId = packIdOf(form.text('pack'))
    if (form.action === WITHDRAW) {
      const read = readWithdrawal(form)
      if (!read.ok) return new Problems(read.errors)
      await pack.withdraw.mutate({ areaId, packId, because: read.value.because, key })
      return here
    }
    if (form.action === SIGN) {
      await pack.sign.mutate({ areaId, packId, seen: 'ready', lateReason: null, fewReason: null, key })
      return here
    }
    if (form.action !== RELEASE) throw new Refusal('unreadable')
    const read = readReasons(form, reasonsAsked(await readMeetingPack(visit)))
    if (!read.ok) return new Problems(read.errors)
    await pack.sign.mutate({ areaId, packId, seen: 'signed-once', ...read.value, key })
    return here
  },
})
