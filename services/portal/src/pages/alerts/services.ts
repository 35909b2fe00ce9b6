import { Refusal, UrgentAlertId } from '@cdop/domain'
import { ServiceUnavailable } from '@cdop/rpc'
import type { PersonVisit } from '../../page/visit.ts'
import { factorAnalysis } from '../recommendations/services.ts'

export type ReadAlert = Awaited<ReturnType<ReturnType<typeof factorAnalysis>['urgentAlert']['read']['query']>>
export type ListedAlerts = Awaited<
  ReturnType<ReturnType<typeof factorAnalysis>['urgentAlert']['list']['query']>
>

/** The alert a path means. @throws Refusal `not-found` when it can be none */
export async function alertOf(visit: PersonVisit): Promise<ReadAlert> {
  const asked = UrgentAlertId.safeParse(visit.param('alertId'))
  if (!asked.success) throw new Refusal('not-found')
  return factorAnalysis(visit).urgentAlert.read.query({ areaId: visit.areaId, alertId: asked.data })
}

/** Whether this person sits on the panel for public health: it has no role of its own. */
export async function isPublicHealth(visit: PersonVisit): Promise<boolean> {
  const { roles } = visit.visitor
  if (!roles.includes('panel-member') && !roles.includes('chair')) return false
  const self = (await visit.people()).find(({ personId }) => personId === visit.actor.personId)
  return self?.agency === 'public-health'
}

/**
 * How many alerts wait for this person to say that they know of them, and, for coordinators and chairs, of how many not
 * everybody said so in time. The start page stands also when nobody can say.
 */
export async function alertsWaiting(visit: PersonVisit): Promise<{ toKnow: number; overdue: number }> {
  const none = { toKnow: 0, overdue: 0 }
  if (!visit.mayDo('urgent-alert:read')) return none
  try {
    const { roles } = visit.visitor
    const found = await factorAnalysis(visit).urgentAlert.waiting.query({ areaId: visit.areaId })
    const asDoctor = roles.includes('designated-doctor') ? found.designatedDoctor : 0
    const asHealth = found.publicHealth > 0 && (await isPublicHealth(visit)) ? found.publicHealth : 0
    const telephones = roles.includes('coordinator') || roles.includes('chair')
    return { toKnow: Math.max(asDoctor, asHealth), overdue: telephones ? found.overdue : 0 }
  } catch (thrown) {
    if (thrown instanceof ServiceUnavailable) return none
    throw thrown
  }
}
