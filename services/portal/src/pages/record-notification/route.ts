import { randomUUID } from 'node:crypto'
import { type NotificationId, Refusal } from '@cdop/domain'
import { pageModel, summary } from '@cdop/forms'
import type { IntakeRouter } from '@cdop/intake/api'
import { z } from 'zod'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { type Again, GoTo, Problems, type Screen } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { datePartsOf, typedDate } from '../../typed-form/typed-date.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { offeredAuthorities } from './authorities.ts'
import { fieldErrors, fieldOf, presentForm, RECEIVED, readNotification } from './form.ts'
import { ATTEMPT, checkNotificationView, notificationFormView, receiptFields } from './view.ts'
import { pressed, wholeFormTyped } from './whole-form.ts'

const Attempt = z.uuid()

/** Records a notification: the form, then the answers to check, then the receipt. */
export const recordNotificationPage = personPage('/notifications/new', {
  permission: 'notification:submit',
  async show(visit, again) {
    const checking = again !== null && again.errors.length === 0 && pressed(again.form) === 'check'
    return checking ? check(visit, again.form) : fill(visit, again)
  },
  async post(visit, posted) {
    const wanted = pressed(posted)
    if (wanted === 'fill') return new Problems([])
    const read = readNotification(posted, visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    if (wanted === 'check') return new Problems([])
    try {
      const { notificationId } = await visit.call<IntakeRouter>('intake').notification.submit.mutate({
        areaId: visit.areaId,
        key: attemptOf(posted),
        formVersion: read.form.version,
        answers: read.answers,
        receivedOn: read.receivedOn,
      })
      return new GoTo(receiptPath(notificationId))
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.fields.length === 0) throw thrown
      const { says } = thrown
      return new Problems(thrown.fields.map((one) => ({ text: says, href: `#${fieldOf(read.form, one)}` })))
    }
  },
})

function receiptPath(notificationId: NotificationId): string {
  return `/notifications/${notificationId}/received`
}

/** The same from the first page on, so that Back and a second click submit nothing twice. */
function attemptOf(posted: PostedForm): string {
  const attempt = Attempt.safeParse(posted.text(ATTEMPT))
  return attempt.success ? attempt.data : posted.key
}

async function fill(visit: PersonVisit, again: Again | null): Promise<Screen> {
  const today = visit.parts.clock.today()
  const form = presentForm(today)
  const errors = again?.errors ?? []
  const model = pageModel(form, {
    ...(again && wholeFormTyped(form, again.form)),
    errors: fieldErrors(form, errors),
    optionsFor: { 'local-authority': await authorities(visit) },
  })
  return {
    title: 'Record a notification',
    section: 'Notifications',
    backLink: '/notifications',
    main: notificationFormView({
      hidden: html`${visit.formFields}
<input type="hidden" name="${ATTEMPT}" value="${again ? attemptOf(again.form) : randomUUID()}">`,
      heading: 'Record a notification',
      lead: 'Use the notification you were sent. You can check your answers before you submit them.',
      before: receiptFields(again ? typedDate(again.form, RECEIVED) : datePartsOf(today), errors),
      questions: model,
    }),
  }
}

async function check(visit: PersonVisit, posted: PostedForm): Promise<Screen> {
  const read = readNotification(posted, visit.parts.clock.today())
  if (!read.ok) throw new Error('only answers that were read are checked')
  const { _csrf, _key, _action, ...typed } = posted.fields
  return {
    title: 'Check your answers',
    section: 'Record a notification',
    main: checkNotificationView({
      hidden: visit.formFields,
      fields: { ...typed, [ATTEMPT]: attemptOf(posted) },
      received: writtenDate(read.receivedOn),
      note: 'Nothing is saved until you submit the notification.',
      submit: 'Submit notification',
      sections: summary(read.form, read.answers, {
        optionsFor: { 'local-authority': await authorities(visit) },
      }),
    }),
  }
}

async function authorities(visit: PersonVisit) {
  return offeredAuthorities(await visit.own.area.list(), visit.areaId, visit.parts.clock.today())
}
