import { type CaseId, GateItem, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { gateItemWords } from '../../wording/gate-words.ts'
import { caseIdOf, caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { goOnField, identifierMistake, readListing, reasonsGiven, typedReasons } from './form.ts'
import { casePanelView } from './view.ts'

/** The panel stage of a case: when the panel discusses it, and what it reads. */
export const casePanelPage = personPage('/cases/:caseId/panel', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const found = await openedCase(visit)
    const { areaId } = visit
    const { caseId } = found
    const gate = await caseReview(visit).case.readyGate.query({ areaId, caseId })
    const { rows } = await caseReview(visit).panelMeeting.list.query({ areaId: visit.areaId })
    const typed = again
      ? {
          meeting: again.form.text('meeting'),
          summary: again.form.text('summary'),
          reasons: typedReasons(again.form),
        }
      : { meeting: visit.query('meeting') ?? '', summary: '', reasons: {} }
    return caseScreen(visit, found, {
      title: 'Panel meeting',
      current: '/panel',
      main: casePanelView({
        hidden: visit.formFields,
        found,
        // A meeting that was called off takes no case.
        meetings: rows.filter(({ stage }) => stage !== 'cancelled'),
        gate,
        mayArrange: visit.mayDo('panel-meeting:arrange'),
        mayRecommend: visit.mayDo('recommendation:write'),
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
        goingOn: reasonsGiven(form),
        key: form.key,
      })
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      if (thrown.code === 'identifiers-in-summary')
        return new Problems([{ text: identifierMistake(thrown.fields), href: '#summary' }])
      if (thrown.code !== 'not-ready-for-panel') throw thrown
      return new Problems(await lackingProblems(visit, caseId, thrown.fields))
    }
    return new GoTo(`/cases/${caseId}`)
  },
})

/** What is lacking, each leading to where a reason is given, or to the table where none helps. */
async function lackingProblems(visit: PersonVisit, caseId: CaseId, items: readonly string[]) {
  const { areaId } = visit
  const { findings } = await caseReview(visit).case.readyGate.query({ areaId, caseId })
  const lacking = GateItem.options.filter((item) => items.includes(item))
  return lacking.map((item) => {
    const found = findings.find((one) => one.item === item)
    const what = gateItemWords[item].lacks(found?.lacking ?? 1)
    return found?.effect === 'warns'
      ? { text: `Choose why you go on: ${what}`, href: `#${goOnField(item)}` }
      : { text: what, href: '#ready' }
  })
}
