import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { notificationIdOf } from '../notification/route.ts'
import { versionIn } from '../notification/version-in.ts'
import { authorityName, offeredAuthorities } from '../record-notification/authorities.ts'
import { OUTSIDE_ENGLAND, readResidency, type TypedResidency, typedResidency } from './form.ts'
import { residencyView } from './view.ts'

async function asked(visit: PersonVisit) {
  const notificationId = notificationIdOf(visit)
  const [found, areas] = await Promise.all([
    visit.call<IntakeRouter>('intake').notification.read.query({ areaId: visit.areaId, notificationId }),
    visit.own.area.list(),
  ])
  if (found.state !== 'received') throw new Refusal('notification-decided')
  const offered = offeredAuthorities(areas, visit.areaId, visit.parts.clock.today())
  return { notificationId, found, areas, offered }
}

type Asked = Awaited<ReturnType<typeof asked>>

function asDecided({ found: { residency } }: Asked): TypedResidency {
  if (residency === null) return { authority: '', basis: '', lsoa: '' }
  const { localAuthority, basis, lsoa } = residency
  return { authority: localAuthority ?? OUTSIDE_ENGLAND, basis, lsoa: lsoa ?? '' }
}

/** What the form says of where the child lived: the country where it was not England, and the authority. */
function asNotified({ found, areas }: Asked): string {
  const rows = found.sections.flatMap((section) => section.rows)
  const [authority] = rows.filter(({ linkId }) => linkId === 'local-authority')
  if (authority !== undefined) return authorityName(areas, authority.answer)
  return rows.find(({ linkId }) => linkId === 'residence-country')?.answer ?? 'nothing'
}

/** Decides where a child normally lived, while the notification is undecided. */
export const residencyPage = personPage('/notifications/:notificationId/residency', {
  permission: 'notification:accept',
  async show(visit, again) {
    const about = await asked(visit)
    return {
      title: 'Where the child normally lived',
      section: 'Notifications',
      backLink: `/notifications/${about.notificationId}`,
      main: residencyView({
        hidden: visit.formFields,
        version: about.found.version,
        notified: asNotified(about),
        offered: about.offered,
        typed: again ? typedResidency(again.form) : asDecided(about),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const version = versionIn(form)
    const { notificationId, offered } = await asked(visit)
    const read = readResidency(
      typedResidency(form),
      offered.map(({ value }) => value),
    )
    if (!read.ok) return new Problems(read.errors)
    await visit.call<IntakeRouter>('intake').notification.decideResidency.mutate({
      areaId: visit.areaId,
      notificationId,
      key: form.key,
      version,
      ...read.value,
      agreedWithArea: null,
    })
    return new GoTo(`/notifications/${notificationId}`)
  },
})
