import type { EthnicGroupCode, ExpectednessCode, PlaceOfDeathCode } from '@cdop/statistics'

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
