import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseIdOf, caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { identifierMistake, readListing } from './form.ts'
import { casePanelView } from './view.ts'

/** The panel stage of a case: when the panel discusses it, and what it reads. */
export const casePanelPage = personPage('/cases/:caseId/panel', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const found = await openedCase(visit)
    const { rows } = await caseReview(visit).panelMeeting.list.query({ areaId: visit.areaId })
    const typed = again
      ? { meeting: again.form.text('meeting'), summary: again.form.text('summary') }
      : { meeting: '', summary: '' }
    return caseScreen(visit, found, {
      title: 'Panel meeting',
      current: '/panel',
      main: casePanelView({
        hidden: visit.formFields,
        found,
        meetings: rows,
        mayArrange: visit.mayDo('panel-meeting:arrange'),
        typed,
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const caseId = caseIdOf(visit)
    const read = readListing(form)
    if (!read.ok) return new Problems(read.errors)
    const { meeting, summary } = read.value
    try {
      await caseReview(visit).case.listForPanel.mutate({
        areaId: visit.areaId,
        caseId,
        panelMeetingId: meeting,
        summary,
        key: form.key,
      })
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'identifiers-in-summary') throw thrown
      return new Problems([{ text: identifierMistake(thrown.fields), href: '#summary' }])
    }
    return new GoTo(`/cases/${caseId}`)
  },
})
