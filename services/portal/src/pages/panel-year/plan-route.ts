import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { postedVersion } from '../panel-meeting-change/form.ts'
import { askedYear, yearPath } from './asked-year.ts'
import { planTitle, planView } from './plan-view.ts'

/** The whole year before it is arranged: what is planned with its reasons, and what is there already. */
export const yearPlanPage = personPage('/panel-meetings/year/plan', {
  permission: 'panel-meeting:arrange',
  async show(visit) {
    const { areaId } = visit
    const year = askedYear(visit)
    const { panelYear } = caseReview(visit)
    const asked = { areaId, year: year.code }
    const [plan, { meetings }] = await Promise.all([panelYear.plan.query(asked), panelYear.read.query(asked)])
    return {
      title: planTitle,
      section: 'Panel meetings',
      backLink: yearPath(year),
      main: planView({
        hidden: visit.formFields,
        year,
        ...plan,
        arranged: meetings.filter(({ stage }) => stage !== 'cancelled'),
      }),
    }
  },
  async post(visit, form) {
    if (form.action !== 'confirm') throw new Refusal('unreadable')
    const year = askedYear(visit)
    const { arranged } = await caseReview(visit).panelYear.confirm.mutate({
      areaId: visit.areaId,
      year: year.code,
      version: postedVersion(form),
      key: form.key,
    })
    return new GoTo(`${yearPath(year)}&arranged=${arranged}`)
  },
})
