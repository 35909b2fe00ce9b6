import type { CaseReviewRouter } from '@cdop/case-review/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { typedDate } from '../../typed-form/typed-date.ts'
import { HELD_ON, KIND, NewMeeting } from './form.ts'
import { newMeetingTitle, newMeetingView } from './view.ts'

const blank = { day: '', month: '', year: '' }

export const newPanelMeetingPage = personPage('/panel-meetings/new', {
  permission: 'panel-meeting:arrange',
  show: (visit, again) => ({
    title: newMeetingTitle,
    section: 'Panel meetings',
    backLink: '/panel-meetings',
    main: newMeetingView({
      formFields: visit.formFields,
      kind: again === null ? '' : again.form.text(KIND),
      typed: again === null ? blank : typedDate(again.form, HELD_ON),
      errors: again?.errors ?? [],
    }),
  }),
  async post(visit, posted) {
    const read = readTyped(NewMeeting, { [KIND]: posted.text(KIND), [HELD_ON]: typedDate(posted, HELD_ON) })
    if (!read.ok) return new Problems(read.errors)
    const { panelMeeting } = visit.call<CaseReviewRouter>('case-review')
    const { panelMeetingId } = await panelMeeting.arrange.mutate({
      areaId: visit.areaId,
      kind: read.value[KIND],
      heldOn: read.value[HELD_ON],
      key: posted.key,
    })
    return new GoTo(`/panel-meetings/${panelMeetingId}`)
  },
})
