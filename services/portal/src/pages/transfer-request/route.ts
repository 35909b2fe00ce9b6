import { covers, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { notificationIdOf } from '../notification/route.ts'
import { versionIn } from '../notification/version-in.ts'
import { readTransfer, type TypedTransfer, typedTransfer } from './form.ts'
import { transferRequestTitle, transferRequestView } from './view.ts'

async function offered(visit: PersonVisit) {
  const notificationId = notificationIdOf(visit)
  const { areaId } = visit
  const { notification, transfer } = visit.call<IntakeRouter>('intake')
  const [found, areas] = await Promise.all([
    notification.read.query({ areaId, notificationId }),
    transfer.areas.query({ areaId }),
  ])
  if (found.state !== 'received') throw new Refusal('notification-decided')
  return { notificationId, found, areas }
}

/**
 * The area a record seems to belong to: the one the page was asked for, else that of the decided authority, else that
 * in which the postcode lies.
 */
function likelyArea(
  visit: PersonVisit,
  { found, areas }: Awaited<ReturnType<typeof offered>>,
): TypedTransfer['area'] {
  const to = visit.query('to')
  if (areas.some(({ areaId }) => areaId === to)) return to
  const lies = found.postcode?.outcome === 'found' ? found.postcode.place.localAuthority : null
  const authority = found.residency === null ? lies : found.residency.localAuthority
  if (authority === null) return ''
  const today = visit.parts.clock.today()
  const held = areas.find((area) => covers({ ...area, partners: [], controllers: [] }, authority, today))
  return held?.areaId ?? ''
}

/** Asks another area to take over a notification nobody has decided. */
export const transferRequestPage = personPage('/notifications/:notificationId/transfer', {
  permission: 'transfer:request',
  async show(visit, again) {
    const about = await offered(visit)
    const { found, areas, notificationId } = about
    const { transfer } = found
    if (transfer !== null && (transfer.state === 'requested' || transfer.state === 'accepted')) {
      return new GoTo(`/transfers/${transfer.transferId}`)
    }
    const area = likelyArea(visit, about)
    return {
      title: transferRequestTitle,
      section: 'Notifications',
      backLink: `/notifications/${notificationId}`,
      main: transferRequestView({
        hidden: visit.formFields,
        version: found.version,
        grounds: `The rules say: ${found.scope.evidence}.`,
        areas,
        typed: again
          ? typedTransfer(again.form)
          : { area, reason: found.scope.ruleId === 'R8' ? 'residence' : '', plan: '' },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const version = versionIn(form)
    const { notificationId, areas } = await offered(visit)
    const read = readTransfer(
      typedTransfer(form),
      areas.map(({ areaId }) => areaId),
    )
    if (!read.ok) return new Problems(read.errors)
    const { area: toAreaId, reason, plan } = read.value
    const { transfer } = visit.call<IntakeRouter>('intake')
    try {
      const { transferId } = await transfer.request.mutate({
        areaId: visit.areaId,
        notificationId,
        key: form.key,
        version,
        toAreaId,
        reason,
        plan,
      })
      return new GoTo(`/transfers/${transferId}`)
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'identifiers-in-plan') throw thrown
      return new Problems([{ text: thrown.says, href: '#plan' }])
    }
  },
})
