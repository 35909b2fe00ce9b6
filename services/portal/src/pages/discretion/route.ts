import { Discretion, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { notificationIdOf } from '../notification/route.ts'
import { versionIn } from '../notification/version-in.ts'
import { discretionView } from './view.ts'

const Chosen = z.strictObject({
  decision: z.string().pipe(z.enum(Discretion.options, 'Select what the partners have decided')),
})

async function undecided(visit: PersonVisit) {
  const notificationId = notificationIdOf(visit)
  const { notification } = visit.call<IntakeRouter>('intake')
  const found = await notification.read.query({ areaId: visit.areaId, notificationId })
  if (found.state !== 'received') throw new Refusal('notification-decided')
  if (found.scope.ruleId !== 'R9') throw new Refusal('not-discretionary')
  return { notificationId, found }
}

/** Records whether the partners review a death that they may review and need not. */
export const discretionPage = personPage('/notifications/:notificationId/discretion', {
  permission: 'notification:accept',
  async show(visit, again) {
    const { notificationId, found } = await undecided(visit)
    return {
      title: 'Whether the partners review this death',
      section: 'Notifications',
      backLink: `/notifications/${notificationId}`,
      main: discretionView({
        hidden: visit.formFields,
        version: found.version,
        evidence: found.scope.evidence,
        typed: again ? again.form.text('decision') : (found.discretion ?? ''),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const version = versionIn(form)
    const notificationId = notificationIdOf(visit)
    const read = readTyped(Chosen, { decision: form.text('decision') })
    if (!read.ok) return new Problems(read.errors)
    const { notification } = visit.call<IntakeRouter>('intake')
    const { decision } = read.value
    await notification.decideDiscretion.mutate({
      areaId: visit.areaId,
      notificationId,
      key: form.key,
      version,
      decision,
    })
    return new GoTo(`/notifications/${notificationId}`)
  },
})
