import type { CodeList } from './measure.ts'

export const ageBands: CodeList = [
  { code: '0-27d', label: '0 to 27 days' },
  { code: '28-364d', label: '28 to 364 days' },
  { code: '1-4y', label: '1 to 4 years' },
  { code: '5-9y', label: '5 to 9 years' },
  { code: '10-14y', label: '10 to 14 years' },
  { code: '15-17y', label: '15 to 17 years' },
]

export const sexes: CodeList = [
  { code: 'female', label: 'Female' },
  { code: 'male', label: 'Male' },
  { code: 'indeterminate', label: 'Indeterminate' },
  { code: 'not-known', label: 'Not known' },
]

export const placesOfDeath: CodeList = [
  { code: 'hospital-emergency-department', label: 'Hospital: emergency department' },
  { code: 'hospital-paediatric-ward', label: 'Hospital: paediatric ward' },
  { code: 'hospital-neonatal-unit', label: 'Hospital: neonatal unit' },
  { code: 'hospital-intensive-care-unit', label: 'Hospital: intensive care unit' },
  { code: 'hospital-delivery-suite', label: 'Hospital: delivery suite' },
  { code: 'hospital-other', label: 'Hospital: other' },
  { code: 'home-of-normal-residence', label: 'Home of normal residence' },
  { code: 'other-private-residence', label: 'Other private residence' },
  { code: 'foster-home', label: 'Foster home' },
  { code: 'residential-care', label: 'Residential care' },
  { code: 'public-place', label: 'Public place' },
  { code: 'school', label: 'School' },
  { code: 'hospice', label: 'Hospice' },
  { code: 'mental-health-inpatient-unit', label: 'Mental health inpatient unit' },
  { code: 'abroad', label: 'Abroad' },
  { code: 'other', label: 'Other' },
  { code: 'not-known', label: 'Not known' },
]

export const modifiabilities: CodeList = [
  { code: 'modifiable-factors-identified', label: 'Modifiable factors identified' },
  { code: 'no-modifiable-factors', label: 'No modifiable factors identified' },
  { code: 'inadequate-information', label: 'Inadequate information to judge' },
]

/** The ten categories of death in the order of the analysis form, which is hierarchical. */
export const categoriesOfDeath: CodeList = [
  { code: '1', label: 'Deliberately inflicted injury, abuse or neglect' },
  { code: '2', label: 'Suicide or deliberate self-inflicted harm' },
  {
    code: '3',
    label: 'Trauma and other external factors, including medical or surgical complications or error',
  },
  { code: '4', label: 'Malignancy' },
  { code: '5', label: 'Acute medical or surgical condition' },
  { code: '6', label: 'Chronic medical condition' },
  { code: '7', label: 'Chromosomal, genetic and congenital anomalies' },
  { code: '8', label: 'Perinatal or neonatal event' },
  { code: '9', label: 'Infection' },
  { code: '10', label: 'Sudden unexpected, unexplained death' },
]
