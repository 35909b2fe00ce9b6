import { mayGather, Refusal } from '@cdop/domain'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseIdOf, caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { broughtAlong } from './brought-along.ts'
import { readSettling, typedSettling } from './form.ts'
import { collatedView } from './view.ts'

/** What every agency returned, question by question, with what they say differently. */
export const caseCollatedPage = personPage('/cases/:caseId/collated', {
  permission: 'information-request:read',
  async show(visit, again) {
    const found = await openedCase(visit)
    const { areaId } = visit
    const collated = await caseReview(visit).collatedRecord.read.query({ areaId, caseId: found.caseId })
    const brought = await caseReview(visit).openCases.origin.query({ areaId, caseId: found.caseId })
    const people = collated.settled.map(({ recordedBy }) => recordedBy)
    return caseScreen(visit, found, {
      title: 'Collated record',
      current: '/collated',
      main: html`${collatedView({
        ...collated,
        hidden: visit.formFields,
        names: await displayNames(visit.parts.database.sql, [...new Set(people)]),
        caseId: found.caseId,
        mayCaveat: visit.mayDo('caveat:record'),
        maySettle: visit.mayDo('information-request:send') && mayGather(found.state),
        typed: again === null ? null : typedSettling(again.form),
        errors: again?.errors ?? [],
        today: visit.parts.clock.today(),
      })}${broughtAlong(brought)}`,
    })
  },
  async post(visit, posted) {
    if (!visit.mayDo('information-request:send')) throw new Refusal('forbidden')
    const caseId = caseIdOf(visit)
    const version = Number(posted.text('version'))
    const [form = '', question = ''] = posted.action.split('.')
    if (!Number.isInteger(version) || version < 0 || question === '') throw new Refusal('unreadable')
    const read = readSettling(typedSettling(posted))
    if (!read.ok) return new Problems(read.errors)
    const { areaId } = visit
    const settled = { areaId, caseId, form, question, version, key: posted.key, ...read.value }
    await caseReview(visit).collatedRecord.settle.mutate(settled)
    return new GoTo(`/cases/${caseId}/collated`)
  },
})
