import { AlertSide, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { alertOf, isPublicHealth, type ReadAlert } from '../alerts/services.ts'
import { alertsTitle } from '../alerts/view.ts'
import { namesIn } from '../recommendation/route.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { nothingTyped, readBodyTold, readByTelephone, readClosing, typedOnAlert } from './form.ts'
import { alertView } from './view.ts'

/** For which sides that have not said so this person can say that they know. */
async function sidesOf(visit: PersonVisit, { alert }: ReadAlert): Promise<AlertSide[]> {
  const doctor = visit.visitor.roles.includes('designated-doctor')
  const health = await isPublicHealth(visit)
  return alert.waiting.filter((side) => (side === 'public-health' ? health : doctor))
}

/** One urgent alert, and the forms that record what became of it. */
export const alertPage = personPage('/alerts/:alertId', {
  permission: 'urgent-alert:read',
  async show(visit, again) {
    const found = await alertOf(visit)
    const { reference, closed, raisedBy, waiting } = found.alert
    const [nameOf, speaksFor] = await Promise.all([namesIn(visit), sidesOf(visit, found)])
    const today = visit.parts.clock.today()
    return {
      title: `Urgent alert ${reference}`,
      section: alertsTitle,
      backLink: '/alerts',
      main: alertView({
        ...found,
        hidden: visit.formFields,
        nameOf,
        speaksFor,
        mayTelephone: visit.mayDo('urgent-alert:raise'),
        mayRecord: visit.mayDo('urgent-alert:raise'),
        mayClose:
          closed === null &&
          waiting.length === 0 &&
          raisedBy !== visit.actor.personId &&
          visit.mayDo('urgent-alert:close'),
        typed: again === null ? nothingTyped(today) : typedOnAlert(again.form, today),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const found = await alertOf(visit)
    const { alertId } = found.alert
    const of = { areaId: visit.areaId, alertId, key: form.key }
    const today = visit.parts.clock.today()
    const typed = typedOnAlert(form, today)
    const { urgentAlert } = factorAnalysis(visit)
    if (form.action === 'know') {
      const side = AlertSide.safeParse(form.text('side')).data
      const said = side !== undefined && !found.alert.waiting.includes(side)
      if (side === undefined || !(said || (await sidesOf(visit, found)).includes(side)))
        throw new Refusal('forbidden')
      await urgentAlert.acknowledge.mutate({ ...of, side, name: null })
    } else if (form.action === 'telephoned') {
      const read = readByTelephone(typed)
      if (!read.ok) return new Problems(read.errors)
      await urgentAlert.acknowledge.mutate({ ...of, ...read.value })
    } else if (form.action === 'told') {
      const read = readBodyTold(typed, today)
      if (!read.ok) return new Problems(read.errors)
      await urgentAlert.recordBodyTold.mutate({ ...of, ...read.value })
    } else {
      const read = readClosing(typed)
      if (!read.ok) return new Problems(read.errors)
      await urgentAlert.close.mutate({ ...of, ...read.value })
    }
    return new GoTo(`/alerts/${alertId}`)
  },
})
