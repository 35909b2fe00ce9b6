import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { nothingTyped, readMeetings, typedMeetings } from './add-form.ts'
import { addTitle, addView } from './add-view.ts'
import { askedYear, planPath } from './asked-year.ts'

/** The version of the plan a form was made from: 0 where there was none. @throws Refusal `unreadable` */
function planVersion(form: PostedForm): number {
  const version = Number(form.text('version'))
  if (!Number.isInteger(version) || version < 0) throw new Refusal('unreadable')
  return version
}

/** Adds the meetings of one kind of panel to the plan of a year. */
export const addToPlanPage = personPage('/panel-meetings/year/plan/add', {
  permission: 'panel-meeting:arrange',
  async show(visit, again) {
    const year = askedYear(visit)
    const { version } = await caseReview(visit).panelYear.plan.query({
      areaId: visit.areaId,
      year: year.code,
    })
    return {
      title: addTitle,
      section: 'Panel meetings',
      backLink: planPath(year),
      main: addView({
        hidden: visit.formFields,
        year,
        version,
        typed: again === null ? nothingTyped : typedMeetings(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readMeetings(typedMeetings(form))
    if (!read.ok) return new Problems(read.errors)
    const year = askedYear(visit)
    const of = { areaId: visit.areaId, year: year.code, version: planVersion(form), key: form.key }
    await caseReview(visit).panelYear.add.mutate({ ...of, ...read.value })
    return new GoTo(planPath(year))
  },
})
