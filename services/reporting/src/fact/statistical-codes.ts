import type { Deprivation, RuralUrban } from '@cdop/domain'
import type {
  EthnicGroupCode,
  ExpectednessCode,
  GestationCode,
  JointResponseCode,
  KeyWorkerCode,
  PlaceOfDeathCode,
  RuralUrbanCode,
  SafeguardingReviewCode,
  SocialCareCode,
} from '@cdop/statistics'

/** How the notification form's places of death are counted. Facts keep the form's own codes. */
const places: Readonly<Record<string, PlaceOfDeathCode>> = {
  'emergency-department': 'hospital-emergency-department',
  'paediatric-ward': 'hospital-paediatric-ward',
  'neonatal-unit': 'hospital-neonatal-unit',
  'intensive-care-unit': 'hospital-intensive-care-unit',
  'delivery-suite': 'hospital-delivery-suite',
  'operating-theatre': 'hospital-other',
  'other-hospital': 'hospital-other',
  home: 'home-of-normal-residence',
  'other-private-residence': 'other-private-residence',
  'foster-home': 'foster-home',
  'residential-care': 'residential-care',
  'public-place': 'public-place',
  school: 'school',
  hospice: 'hospice',
  'mental-health-unit': 'mental-health-inpatient-unit',
  abroad: 'abroad',
  'not-known': 'not-known',
}

/**
 * The groups the national release publishes, from the ethnic category codes of the NHS Data Dictionary, with their
 * headings of 2001: Chinese (R) stands under other groups there. Gypsy or Irish Traveller, Roma and Arab, which the
 * 2001 codes lack, stand where the census of 2021 puts them.
 */
const ethnicGroups: Readonly<Record<string, EthnicGroupCode>> = {
  ...Object.fromEntries(['A', 'B', 'C'].map((code) => [code, 'white'] as const)),
  ...Object.fromEntries(['D', 'E', 'F', 'G'].map((code) => [code, 'mixed'] as const)),
  ...Object.fromEntries(['H', 'J', 'K', 'L'].map((code) => [code, 'asian-or-asian-british'] as const)),
  ...Object.fromEntries(['M', 'N', 'P'].map((code) => [code, 'black-or-black-british'] as const)),
  ...Object.fromEntries(['gypsy-or-irish-traveller', 'roma'].map((code) => [code, 'white'] as const)),
  ...Object.fromEntries(['R', 'S', 'arab'].map((code) => [code, 'other'] as const)),
}

/** A place the list does not know is counted under "other": no death may vanish from a table. */
export function placeOfDeath(code: string): PlaceOfDeathCode {
  return Object.hasOwn(places, code) ? (places[code] ?? 'other') : 'other'
}

/** A category the list does not know, or not stated, is counted as not known. */
export function ethnicGroup(code: string): EthnicGroupCode {
  return Object.hasOwn(ethnicGroups, code) ? (ethnicGroups[code] ?? 'not-known') : 'not-known'
}

export function expectedness(code: string): ExpectednessCode {
  return code === 'expected' || code === 'unexpected' ? code : 'not-known'
}

/** How the question stood on the notification: `not-known` and nothing else means that somebody considered it. */
export type ItemStands = Readonly<Record<string, string>>

/** What social care had with the child. Nothing ticked is "none recorded": the form has no line for none. */
export function socialCare(flags: readonly string[] | null, items: ItemStands): SocialCareCode {
  if (flags === null) return 'not-recorded'
  for (const status of ['looked-after', 'protection-plan', 'child-in-need'] as const) {
    if (flags.includes(status)) return status
  }
  return items['flags-at-death'] === 'not-known' ? 'not-known' : 'none-recorded'
}

const knownFlags = new Set([
  ...['looked-after', 'protection-plan', 'child-in-need', 'asylum-seeking', 'unaccompanied-asylum-seeking'],
  ...[
    'learning-disability',
    'autism',
    'life-limiting-condition',
    'palliative-care-plan',
    'detained',
    'custody',
  ],
])

/** What was ticked to apply to the child; what the list does not know is counted under "other". */
export function childFlags(flags: readonly string[] | null): string[] {
  return [...new Set((flags ?? []).map((flag) => (knownFlags.has(flag) ? flag : 'other')))]
}

/** Weeks at birth; where there are none, whether somebody considered it. */
export function gestation(band: string | null, items: ItemStands): GestationCode {
  if (band !== null) return band as GestationCode
  return items['gestation-weeks'] === 'not-known' ? 'not-known' : 'not-recorded'
}

/** Whether the death called for a joint agency response, and whether one had begun when it was notified. */
export function jointResponse(
  triggers: readonly string[],
  started: string | null,
  items: ItemStands,
): JointResponseCode {
  if (triggers.length === 0) return items['jar-triggers'] === 'not-known' ? 'not-known' : 'not-called-for'
  if (started === 'yes') return 'called-for-begun'
  return started === 'no' ? 'called-for-not-begun' : 'called-for-not-recorded'
}

/** Known of: notified as under way, or the review waited for one. */
export function safeguardingReview(
  otherReviews: readonly string[] | null,
  waited: boolean,
): SafeguardingReviewCode {
  return waited || otherReviews?.includes('safeguarding-practice-review') ? 'known-of' : 'none-known-of'
}

/** The classes of 2011 that are urban; those of 2021 begin with U or R. */
const urban2011 = new Set(['A1', 'B1', 'C1', 'C2'])

/** Urban or rural, by either classification. */
export function ruralUrban(of: RuralUrban | null): RuralUrbanCode {
  if (of === null) return 'not-known'
  if (of.classification === 'RUC2011') return urban2011.has(of.code) ? 'urban' : 'rural'
  return of.code.startsWith('U') ? 'urban' : 'rural'
}

/**
 * The index by which most of these children's neighbourhoods are known, of two equals the newer: no table mixes two. `IMD2019` where
 * none is known.
 */
export function prevailingIndex(of: readonly (readonly Deprivation[])[]): string {
  const times = new Map<string, number>()
  for (const { index } of of.flat()) times.set(index, (times.get(index) ?? 0) + 1)
  const [most] = [...times].sort(([one, ones], [other, others]) => others - ones || other.localeCompare(one))
  return most?.[0] ?? 'IMD2019'
}

/** The fifth of the small areas by this index; not known where only another one is. */
export function deprivationFifth(of: readonly Deprivation[], index: string): string {
  const found = of.find((one) => one.index === index)
  return found === undefined ? 'not-known' : `${index}-${Math.ceil(found.decile / 2)}`
}

/** Whether a key worker was named; never who. */
export function keyWorker(items: ItemStands): KeyWorkerCode {
  const stands = items['key-worker']
  if (stands === 'answered') return 'named'
  return stands === 'not-known' ? 'not-known' : 'not-recorded'
}
