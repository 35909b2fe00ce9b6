import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { datePartsOf, typedDate } from '../../typed-form/typed-date.ts'
import { notificationIdOf, passFor } from '../notification/route.ts'
import { readToldOn } from './form.ts'
import { nationalDatabaseTitle, nationalDatabaseView } from './view.ts'

/** What is recorded. @throws Refusal `not-found` when there is a case this person may not see */
async function readRecorded(visit: PersonVisit) {
  const notificationId = notificationIdOf(visit)
  const asked = { areaId: visit.areaId, notificationId }
  const found = await visit.call<IntakeRouter>('intake').nationalDatabase.read.query(asked)
  const pass = found.caseId === null ? null : await passFor(visit, found.caseId)
  if (found.caseId !== null && pass === null) throw new Refusal('not-found')
  return { asked, found, pass }
}

/** @throws Refusal `unreadable` for what no form of ours posts */
function versionIn(form: PostedForm): number {
  const typed = form.text('version')
  if (!/^\d{1,4}$/.test(typed)) throw new Refusal('unreadable')
  return Number(typed)
}

/** When the national database was told of a death: shown, recorded and corrected. */
export const nationalDatabasePage = personPage('/notifications/:notificationId/national-database', {
  permission: 'notification:read',
  async show(visit, again) {
    const { asked, found } = await readRecorded(visit)
    const { diedOn, clocks, owed, entries } = found
    const [newest] = entries
    const recorded = newest ? datePartsOf(newest.toldOn) : { day: '', month: '', year: '' }
    return {
      title: nationalDatabaseTitle,
      section: 'Notifications',
      backLink: `/notifications/${asked.notificationId}`,
      main: nationalDatabaseView({
        hidden: visit.formFields,
        clock: clocks.national,
        now: visit.parts.clock.now(),
        diedOn,
        entries,
        mayRecord: owed && visit.mayDo('notification:accept'),
        typed: again ? typedDate(again.form, 'toldOn') : recorded,
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    if (!visit.mayDo('notification:accept')) throw new Refusal('forbidden')
    const version = versionIn(form)
    const { asked, found, pass } = await readRecorded(visit)
    const read = readToldOn(form, visit.parts.clock.today(), found.diedOn)
    if (!read.ok) return new Problems(read.errors)
    await visit.call<IntakeRouter>('intake').nationalDatabase.record.mutate({
      ...asked,
      key: form.key,
      version,
      ...(pass !== null && { pass }),
      toldOn: read.value.toldOn,
    })
    return new GoTo(`/notifications/${asked.notificationId}`)
  },
})
