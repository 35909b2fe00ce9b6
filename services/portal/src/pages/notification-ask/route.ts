import { type NotificationId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { notificationIdOf } from '../notification/route.ts'
import { versionIn } from '../notification/version-in.ts'
import { askView, EMAIL } from './view.ts'

const Email = z.email().max(254)

/** The notification, while it lacks answers. @throws Refusal `answers-not-needed` */
async function lacking(visit: PersonVisit, notificationId: NotificationId) {
  const { areaId } = visit
  const found = await visit.call<IntakeRouter>('intake').notification.read.query({ areaId, notificationId })
  if (found.state !== 'received' || found.unanswered.length === 0) throw new Refusal('answers-not-needed')
  return found
}

/** Asks the unit, by mail, for the answers a notification came without. */
export const notificationAskPage = personPage('/notifications/:notificationId/ask', {
  permission: 'notification:accept',
  async show(visit, again) {
    const notificationId = notificationIdOf(visit)
    const { unanswered, version } = await lacking(visit, notificationId)
    return {
      title: 'Ask for the answers',
      section: 'Notifications',
      backLink: `/notifications/${notificationId}`,
      main: askView({
        hidden: visit.formFields,
        version,
        questions: unanswered.map(({ question }) => question),
        email: again?.form.text(EMAIL) ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const notificationId = notificationIdOf(visit)
    const email = Email.safeParse(form.text(EMAIL).trim())
    if (!email.success) {
      const text = 'Enter an email address in the correct format, like name@example.com'
      return new Problems([{ text, href: `#${EMAIL}` }])
    }
    await visit.call<IntakeRouter>('intake').notification.askUnit.mutate({
      areaId: visit.areaId,
      notificationId,
      key: form.key,
      version: versionIn(form),
      email: email.data,
    })
    return new GoTo(`/notifications/${notificationId}`)
  },
})
