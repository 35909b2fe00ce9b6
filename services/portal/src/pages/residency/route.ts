import { type PostcodePlace, Refusal } from '@cdop/domain'
import type { Offered } from '@cdop/forms'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { notificationIdOf } from '../notification/route.ts'
import { versionIn } from '../notification/version-in.ts'
import {
  canBeWhere,
  editionWords,
  type Known,
  notPlacedWords,
  placeAuthority,
  proposedLsoa,
} from '../postcode-place.ts'
import { authorityName, offeredAuthorities } from '../record-notification/authorities.ts'
import {
  AREA_NOT_LISTED,
  OUTSIDE_ENGLAND,
  type ProposedArea,
  readResidency,
  type TypedResidency,
  typedResidency,
} from './form.ts'
import { residencyView } from './view.ts'

async function asked(visit: PersonVisit) {
  const notificationId = notificationIdOf(visit)
  const { areaId } = visit
  const { notification, transfer } = visit.call<IntakeRouter>('intake')
  const [found, areas, others] = await Promise.all([
    notification.read.query({ areaId, notificationId }),
    visit.own.area.list(),
    transfer.areas.query({ areaId }),
  ])
  if (found.state !== 'received') throw new Refusal('notification-decided')
  const known = { areas, areaId, on: visit.parts.clock.today() }
  const place = found.postcode?.outcome === 'found' ? found.postcode.place : null
  return { notificationId, found, areas, others, place, known, offered: offeredWith(place, known) }
}

/** The authorities to choose from; with the one the postcode lies in, where that is none of them. */
function offeredWith(place: PostcodePlace | null, { areas, areaId, on }: Known): readonly Offered[] {
  const offered = offeredAuthorities(areas, areaId, on)
  const lies = place?.localAuthority ?? null
  if (place === null || lies === null || offered.some(({ value }) => value === lies)) return offered
  return [{ value: lies, text: `${placeAuthority(areas, place)} (by the postcode)` }, ...offered]
}

type Asked = Awaited<ReturnType<typeof asked>>

/** The small area the postcode lies in, to be taken over or changed. */
function proposed({ place, known }: Asked): ProposedArea | null {
  const small = place === null ? null : proposedLsoa(place)
  if (place === null || small === null) return null
  return {
    lsoa: small.lsoa,
    authorityName: placeAuthority(known.areas, place),
    canBeIn: (authority) => canBeWhere(place, authority, known),
  }
}

/** What the postcode says of where the child lived, and by which list; or that it says nothing. */
function byPostcode({ found: { postcode }, areas }: Asked): string | null {
  if (postcode === null) return null
  if (postcode.outcome !== 'found') return notPlacedWords(postcode)
  const { place } = postcode
  const small = proposedLsoa(place)
  const area = small === null ? '' : `, in small area ${small.lsoa} of ${small.census}`
  return `The postcode lies in ${placeAuthority(areas, place)}${area} (${editionWords(place.edition)}).`
}

function asDecided(about: Asked): TypedResidency {
  const { residency } = about.found
  if (residency === null)
    return { authority: '', basis: '', agreedWith: '', lsoa: proposed(about)?.lsoa ?? '' }
  const { localAuthority, basis, lsoa, agreedWithArea } = residency
  const notListed = basis === 'agreed-with-other-area' ? AREA_NOT_LISTED : ''
  return {
    authority: localAuthority ?? OUTSIDE_ENGLAND,
    basis,
    agreedWith: agreedWithArea ?? notListed,
    lsoa: lsoa ?? '',
  }
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
        byPostcode: byPostcode(about),
        offered: about.offered,
        areas: about.others,
        typed: again ? typedResidency(again.form) : asDecided(about),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const version = versionIn(form)
    const about = await asked(visit)
    const { notificationId, offered } = about
    const read = readResidency(typedResidency(form), {
      authorities: offered.map(({ value }) => value),
      areas: about.others.map(({ areaId }) => areaId),
      proposed: proposed(about),
    })
    if (!read.ok) return new Problems(read.errors)
    await visit.call<IntakeRouter>('intake').notification.decideResidency.mutate({
      areaId: visit.areaId,
      notificationId,
      key: form.key,
      version,
      ...read.value,
    })
    return new GoTo(`/notifications/${notificationId}`)
  },
})
