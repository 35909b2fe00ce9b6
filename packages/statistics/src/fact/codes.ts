import { z } from 'zod'

/** Age at death in the bands of the national release. */
export const AgeBandCode = z.enum(['0-27d', '28-364d', '1-4y', '5-9y', '10-14y', '15-17y'])
export type AgeBandCode = z.infer<typeof AgeBandCode>

/** Sex as the national forms record it. */
export const SexCode = z.enum(['male', 'female', 'indeterminate', 'not-known'])
export type SexCode = z.infer<typeof SexCode>

/** Ethnic groups as the national release publishes them. */
export const EthnicGroupCode = z.enum([
  'asian-or-asian-british',
  'black-or-black-british',
  'mixed',
  'white',
  'other',
  'not-known',
])
export type EthnicGroupCode = z.infer<typeof EthnicGroupCode>

/** Where the child died, as the reporting form lists it. */
export const PlaceOfDeathCode = z.enum([
  'hospital-emergency-department',
  'hospital-paediatric-ward',
  'hospital-neonatal-unit',
  'hospital-intensive-care-unit',
  'hospital-delivery-suite',
  'hospital-other',
  'home-of-normal-residence',
  'other-private-residence',
  'foster-home',
  'residential-care',
  'public-place',
  'school',
  'hospice',
  'mental-health-inpatient-unit',
  'abroad',
  'other',
  'not-known',
])
export type PlaceOfDeathCode = z.infer<typeof PlaceOfDeathCode>

/** Whether the death was expected. */
export const ExpectednessCode = z.enum(['expected', 'unexpected', 'not-known'])
export type ExpectednessCode = z.infer<typeof ExpectednessCode>

/** What the panel agreed about modifiable factors. */
export const ModifiabilityCode = z.enum([
  'modifiable-factors-identified',
  'no-modifiable-factors',
  'inadequate-information',
])
export type ModifiabilityCode = z.infer<typeof ModifiabilityCode>
