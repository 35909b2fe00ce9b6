import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { panelMeetingsTitle } from '../panel-meetings/view.ts'
import { ownPath } from '../sign-in/own-path.ts'
import { AGREED, Agreement } from './form.ts'
import { inductionTitle, inductionView } from './view.ts'

/** Where somebody goes on after signing: what they wanted to read, or the meetings. */
const goingTo = (next: string): string => (next === '' ? '/panel-meetings' : ownPath(next))

/** What the panel is for, its rules, and the statement everybody on it signs once a year with their sign-in. */
export const panelInductionPage = personPage('/panel-induction', {
  permission: 'pack:read',
  async show(visit, again) {
    const statement = await caseReview(visit).panelStatement.read.query({ areaId: visit.areaId })
    return {
      title: inductionTitle,
      section: panelMeetingsTitle,
      backLink: '/panel-meetings',
      main: inductionView({
        ...statement,
        formFields: visit.formFields,
        next: goingTo(visit.query('next')),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readTyped(Agreement, { [AGREED]: form.text(AGREED), version: form.text('version') })
    if (!read.ok) return new Problems(read.errors)
    const { version } = read.value
    await caseReview(visit).panelStatement.sign.mutate({ areaId: visit.areaId, version, key: form.key })
    return new GoTo(goingTo(visit.query('next')))
  },
})
