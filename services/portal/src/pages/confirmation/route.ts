import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { caseIdOf } from '../case-frame/opened-case.ts'
import { notificationIdOf, passFor } from '../notification/route.ts'
import { readConfirmation, type TypedConfirmation, typedConfirmation } from './form.ts'
import { confirmationView, type RecordedEntry } from './view.ts'

/** What is recorded; the names only with case-review's word once there is a case. */
async function readRecorded(visit: PersonVisit) {
  const notificationId = notificationIdOf(visit)
  const { confirmation } = visit.call<IntakeRouter>('intake')
  const asked = { areaId: visit.areaId, notificationId }
  const bare = await confirmation.read.query(asked)
  const pass = bare.caseId === null ? null : await passFor(visit, bare.caseId)
  const found = pass === null ? bare : await confirmation.read.query({ ...asked, pass })
  return { notificationId, pass, found }
}

const nobody = { by: '', name: '', organisation: '', on: { day: '', month: '', year: '' }, time: '' }

function asRecorded(newest: RecordedEntry | undefined): TypedConfirmation {
  if (newest === undefined) return { same: '', death: nobody, identity: nobody }
  const { death, identity, names } = newest
  const typed = (of: 'death' | 'identity') => ({
    by: newest[of].by,
    name: names?.[of].name ?? '',
    organisation: names?.[of].organisation ?? '',
    on: datePartsOf(newest[of].on),
    time: newest[of].time ?? '',
  })
  const same = JSON.stringify([death, names?.death]) === JSON.stringify([identity, names?.identity])
  return same
    ? { same: 'yes', death: typed('death'), identity: nobody }
    : { same: 'no', death: typed('death'), identity: typed('identity') }
}

/** @throws Refusal `unreadable` for what no form of ours posts */
function versionIn(form: PostedForm): number {
  const typed = form.text('version')
  if (!/^\d{1,4}$/.test(typed)) throw new Refusal('unreadable')
  return Number(typed)
}

/** Who confirmed the death and who the child is; before it is recorded nothing leaves. */
export const confirmationPage = personPage('/notifications/:notificationId/confirmation', {
  permission: 'notification:read',
  async show(visit, again) {
    const { notificationId, pass, found } = await readRecorded(visit)
    const { caseId, caseReference, entries, state } = found
    const open = state === 'received' || pass !== null
    return {
      title: 'Who confirmed the death and who the child is',
      section: 'Notifications',
      backLink: `/notifications/${notificationId}`,
      main: confirmationView({
        hidden: visit.formFields,
        entries,
        caseId,
        caseReference,
        mayRecord: open && visit.mayDo('confirmation:record'),
        typed: again ? typedConfirmation(again.form) : asRecorded(entries[0]),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    if (!visit.mayDo('confirmation:record')) throw new Refusal('forbidden')
    const version = versionIn(form)
    const { notificationId, pass, found } = await readRecorded(visit)
    const now = visit.parts.clock.now()
    const read = readConfirmation(typedConfirmation(form), { diedOn: found.diedOn, now })
    if (!read.ok) return new Problems(read.errors)
    await visit.call<IntakeRouter>('intake').confirmation.record.mutate({
      areaId: visit.areaId,
      notificationId,
      key: form.key,
      version,
      ...(pass !== null && { pass }),
      ...read.value,
    })
    return new GoTo(`/notifications/${notificationId}/confirmation`)
  },
})

/** A page of the notification a case was made of, reached from the case. */
function ofNotification(page: 'confirmation' | 'reported-in-error') {
  return async (visit: PersonVisit) => {
    const caseId = caseIdOf(visit)
    const pass = await passFor(visit, caseId)
    if (pass === null) throw new Refusal('not-found')
    const asked = { areaId: visit.areaId, caseId, pass }
    const { notificationId } = await visit.call<IntakeRouter>('intake').notification.ofCase.query(asked)
    return new GoTo(`/notifications/${notificationId}/${page}`)
  }
}

export const caseConfirmationPage = personPage('/cases/:caseId/confirmation', {
  permission: 'notification:read',
  show: ofNotification('confirmation'),
})

export const caseInErrorPage = personPage('/cases/:caseId/reported-in-error', {
  permission: 'notification:report-in-error',
  show: ofNotification('reported-in-error'),
})
