import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { readTold, typedTold } from './form.ts'
import { toldView } from './view.ts'

async function rowsOf(visit: PersonVisit) {
  const found = await openedCase(visit)
  const asked = { areaId: visit.areaId, caseId: found.caseId }
  const { rows } = await caseReview(visit).toldList.read.query(asked)
  return { found, rows, recipients: rows.map(({ recipient }) => recipient) }
}

const noTelling = { by: '', on: { day: '', month: '', year: '' } }

/** Who has been told that the child died, and who has not. */
export const caseToldPage = personPage('/cases/:caseId/told', {
  permission: 'case:read',
  async show(visit, again) {
    const { found, rows, recipients } = await rowsOf(visit)
    const people = rows.flatMap(({ entries }) => entries.map(({ recordedBy }) => recordedBy))
    return caseScreen(visit, found, {
      title: 'Who has been told',
      current: '/told',
      main: toldView({
        hidden: visit.formFields,
        rows,
        mayRecord: visit.mayDo('told-list:record'),
        typed: again ? typedTold(again.form, recipients) : { all: noTelling, rows: new Map() },
        names: await displayNames(visit.parts.database.sql, [...new Set(people)]),
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('told-list:record')) throw new Refusal('forbidden')
    const { found, recipients } = await rowsOf(visit)
    const { caseId, diedOn } = found
    const typed = typedTold(form, recipients)
    if ([...typed.rows.values()].some(({ version }) => !/^\d{1,4}$/.test(version))) {
      throw new Refusal('unreadable')
    }
    const read = readTold(typed, { diedOn, today: visit.parts.clock.today() })
    if (!read.ok) return new Problems(read.errors)
    await caseReview(visit).toldList.record.mutate({
      areaId: visit.areaId,
      caseId,
      key: form.key,
      entries: read.value,
    })
    return new GoTo(`/cases/${caseId}/told`)
  },
})
