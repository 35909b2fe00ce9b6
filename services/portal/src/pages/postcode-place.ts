import { type Area, inForce, type PlainDate, type PostcodeFound, type PostcodePlace } from '@cdop/domain'
import { writtenMonth } from '../wording/written-month.ts'
import { authorityName } from './record-notification/authorities.ts'

const productWords = {
  ONSPD: 'ONS Postcode Directory',
  NSPL: 'National Statistics Postcode Lookup',
} as const

/** The classes of the rural-urban classifications of 2011 and 2021 in England and Wales, as they are published. */
const ruralUrbanWords: Readonly<Record<string, string>> = {
  A1: 'Urban: major conurbation',
  B1: 'Urban: minor conurbation',
  C1: 'Urban: city and town',
  C2: 'Urban: city and town in a sparse setting',
  D1: 'Rural: town and fringe',
  D2: 'Rural: town and fringe in a sparse setting',
  E1: 'Rural: village',
  E2: 'Rural: village in a sparse setting',
  F1: 'Rural: hamlets and isolated dwellings',
  F2: 'Rural: hamlets and isolated dwellings in a sparse setting',
  UN1: 'Urban: nearer to a major town or city',
  UF1: 'Urban: further from a major town or city',
  RLN1: 'Larger rural: nearer to a major town or city',
  RLF1: 'Larger rural: further from a major town or city',
  RSN1: 'Smaller rural: nearer to a major town or city',
  RSF1: 'Smaller rural: further from a major town or city',
}

export function editionWords({ product, month }: PostcodePlace['edition']): string {
  return `${productWords[product]}, ${writtenMonth(month)}`
}

/** Where an authority is of which no list gives the name, by the first letter of its code. */
const countryOfCode: Readonly<Record<string, string>> = {
  E: 'a local authority in England',
  W: 'a local authority in Wales',
  S: 'a local authority in Scotland',
  N: 'a local authority in Northern Ireland',
  L: 'the Channel Islands',
  M: 'the Isle of Man',
}

/** What the authority of a postcode is called: by the areas that are known, by the index of deprivation, else its country and code. */
export function placeAuthority(areas: readonly Area[], place: PostcodePlace): string {
  const { localAuthority, localAuthorityName } = place
  if (localAuthority === null) return 'no local authority'
  const known = authorityName(areas, localAuthority)
  if (known !== localAuthority) return known
  return localAuthorityName ?? `${countryOfCode[localAuthority[0] ?? ''] ?? 'a place'} (${localAuthority})`
}

/** The areas there are, which of them asks, and when: authorities belong to areas by date. */
export type Known = { readonly areas: readonly Area[]; readonly areaId: string; readonly on: PlainDate }

/**
 * True when what was said of where a child lived can be where the postcode lies. "Another local authority in England"
 * is any but the area's own.
 */
export function canBeWhere(place: PostcodePlace, said: string, own: Known): boolean {
  const lies = place.localAuthority
  if (lies === null || lies === said) return true
  if (!/^[A-Z]9{8}$/.test(said) || said[0] !== lies[0]) return false
  const mine = own.areas.find(({ areaId }) => areaId === own.areaId)
  return mine?.authorities.some((held) => held.code === lies && inForce(held, own.on)) !== true
}

/** The small area to propose: of the newer census, in England. */
export function proposedLsoa({
  lsoa2011,
  lsoa2021,
}: PostcodePlace): { lsoa: string; census: '2011' | '2021' } | null {
  if (lsoa2021?.startsWith('E') === true) return { lsoa: lsoa2021, census: '2021' }
  return lsoa2011?.startsWith('E') === true ? { lsoa: lsoa2011, census: '2011' } : null
}

function smallArea({ lsoa2011, lsoa2021 }: PostcodePlace): string {
  if (lsoa2011 !== null && lsoa2011 === lsoa2021) return `${lsoa2021} (2011 and 2021)`
  const both = [
    ...(lsoa2021 === null ? [] : [`${lsoa2021} (2021)`]),
    ...(lsoa2011 === null ? [] : [`${lsoa2011} (2011)`]),
  ]
  return both.join(', ') || 'Not in the list'
}

function deprivation({ deprivation: known }: PostcodePlace): string {
  const each = known.map(
    ({ index, lsoaVersion, decile }) =>
      `${decile} of 10 by IMD ${index.slice(3)} (small areas of ${lsoaVersion})`,
  )
  return each.length === 0 ? 'Not known: no index that is loaded has this small area' : each.join('; ')
}

function source({ edition, editionIsLater, terminated }: PostcodePlace): string {
  const later = editionIsLater ? ' No list that was out when the child died is loaded.' : ''
  const ended = terminated === null ? '' : ` The postcode went out of use in ${writtenMonth(terminated)}.`
  return `${editionWords(edition)}.${later}${ended}`
}

/** What is known of where a postcode lies, as rows of a summary list. */
export function placeRows(areas: readonly Area[], place: PostcodePlace) {
  const { icb, ruralUrban } = place
  const rows: readonly (readonly [string, string])[] = [
    ['Local authority', placeAuthority(areas, place)],
    ['Small area (LSOA)', smallArea(place)],
    ['Integrated care board', icb ?? 'Not in the list'],
    [
      'Rural or urban',
      ruralUrban === null
        ? 'Not in the list'
        : `${ruralUrbanWords[ruralUrban.code] ?? ruralUrban.code} (${ruralUrban.classification.slice(3)})`,
    ],
    ['Deprivation (1 is most deprived)', deprivation(place)],
    ['According to', source(place)],
  ]
  return rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))
}

/** Why nothing is known of where a postcode lies, and what may be done about it. */
export function notPlacedWords(found: Exclude<PostcodeFound, { outcome: 'found' }>): string {
  return found.outcome === 'no-edition'
    ? 'No list of postcodes is loaded, so it is not known where the postcode lies.'
    : `This postcode is not in the ${editionWords(found.edition)}. Check it with whoever notified the death. Where the child lived can be decided without it.`
}
