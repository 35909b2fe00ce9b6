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

/** Age bands where the age of some is not known, since the area has no fact of the death. */
export const ageBandsOrNotKnown: CodeList = [...ageBands, { code: 'not-known', label: 'Not known' }]

/** The groups of the national release, by the headings of 2001. */
export const ethnicGroups: CodeList = [
  { code: 'asian-or-asian-british', label: 'Asian or Asian British' },
  { code: 'black-or-black-british', label: 'Black or Black British' },
  { code: 'mixed', label: 'Mixed' },
  { code: 'white', label: 'White' },
  { code: 'other', label: 'Other, Chinese included' },
  { code: 'not-known', label: 'Not known or not stated' },
]

/** The fifths of one index. A fact by another index is in none of them. */
export function deprivationFifths(index: string): CodeList {
  return [
    { code: `${index}-1`, label: '1, most deprived' },
    { code: `${index}-2`, label: '2' },
    { code: `${index}-3`, label: '3' },
    { code: `${index}-4`, label: '4' },
    { code: `${index}-5`, label: '5, least deprived' },
    { code: 'not-known', label: 'Not known' },
  ]
}

export const ruralUrban: CodeList = [
  { code: 'urban', label: 'Urban' },
  { code: 'rural', label: 'Rural' },
  { code: 'not-known', label: 'Not known' },
]

export const expectednesses: CodeList = [
  { code: 'expected', label: 'Expected' },
  { code: 'unexpected', label: 'Unexpected' },
  { code: 'not-known', label: 'Not known' },
]

export const gestations: CodeList = [
  { code: 'under-24w', label: 'Under 24 weeks' },
  { code: '24-27w', label: '24 to 27 weeks' },
  { code: '28-31w', label: '28 to 31 weeks' },
  { code: '32-36w', label: '32 to 36 weeks' },
  { code: '37w-and-over', label: '37 weeks and over' },
  { code: 'not-known', label: 'Not known' },
  { code: 'not-recorded', label: 'Not recorded' },
]

export const socialCare: CodeList = [
  { code: 'looked-after', label: 'Looked after by a local authority' },
  { code: 'protection-plan', label: 'Child protection plan' },
  { code: 'child-in-need', label: 'Child in need' },
  { code: 'none-recorded', label: 'None of these recorded' },
  { code: 'not-known', label: 'Not known' },
  { code: 'not-recorded', label: 'Not recorded' },
]

/** What a notification lets be ticked to apply to the child; several may. */
export const childFlags: CodeList = [
  { code: 'looked-after', label: 'Looked after by a local authority' },
  { code: 'protection-plan', label: 'Child protection plan' },
  { code: 'child-in-need', label: 'Child in need' },
  { code: 'asylum-seeking', label: 'Seeking asylum with family' },
  { code: 'unaccompanied-asylum-seeking', label: 'Seeking asylum alone' },
  { code: 'learning-disability', label: 'Learning disability' },
  { code: 'autism', label: 'Autism' },
  { code: 'life-limiting-condition', label: 'Life-limiting condition' },
  { code: 'palliative-care-plan', label: 'Palliative or advance care plan' },
  { code: 'detained', label: 'Detained under the Mental Health Act' },
  { code: 'custody', label: 'In custody' },
  { code: 'other', label: 'Something else' },
]

export const jointResponses: CodeList = [
  { code: 'called-for-begun', label: 'Called for, and begun when notified' },
  { code: 'called-for-not-begun', label: 'Called for, and not begun when notified' },
  { code: 'called-for-not-recorded', label: 'Called for, and not recorded whether it had begun' },
  { code: 'not-called-for', label: 'Nothing recorded that calls for one' },
  { code: 'not-known', label: 'Not known' },
]

export const safeguardingReviews: CodeList = [
  { code: 'known-of', label: 'Rapid review or child safeguarding practice review known of' },
  { code: 'none-known-of', label: 'None known of' },
]

export const inquests: CodeList = [
  { code: 'waited-for-inquest', label: 'The review waited for an inquest' },
  { code: 'did-not-wait', label: 'It did not' },
]

export const timesTaken: CodeList = [
  { code: 'within-6', label: 'Within 6 months' },
  { code: 'within-12', label: 'Over 6 and within 12 months' },
  { code: 'over-12', label: 'Over 12 months' },
  { code: 'not-known', label: 'Not known' },
]

export const modifiableFactorCounts: CodeList = [
  { code: '0', label: 'None' },
  { code: '1', label: '1' },
  { code: '2', label: '2' },
  { code: '3', label: '3' },
  { code: '4-and-more', label: '4 and more' },
]

export const factorDomains: CodeList = [
  { code: 'intrinsic', label: 'The child' },
  { code: 'social', label: 'Social environment, parenting capacity included' },
  { code: 'physical', label: 'Physical environment' },
  { code: 'service', label: 'Service provision' },
]

export const stagesOfOpenCases: CodeList = [
  { code: 'gathering', label: 'Gathering information' },
  { code: 'review-meeting-held', label: 'Review meeting held' },
  { code: 'review-meeting-not-held', label: 'No review meeting to be held' },
  { code: 'listed', label: 'Listed for a panel' },
  { code: 'deferred', label: 'Put back by a panel' },
]

export const agesOfOpenCases: CodeList = [
  { code: 'up-to-6', label: 'Up to 6 months' },
  { code: '6-to-12', label: 'Over 6 and up to 12 months' },
  { code: '12-to-24', label: 'Over 12 and up to 24 months' },
  { code: 'over-24', label: 'Over 24 months' },
]

export const holdsOfOpenCases: CodeList = [
  { code: 'inquest', label: 'Waits for an inquest' },
  { code: 'criminal-proceedings', label: 'Waits for criminal proceedings' },
  { code: 'other-hold', label: 'Waits for something else' },
  { code: 'no-hold', label: 'Nothing it has to wait for' },
]

export const reviewMeetings: CodeList = [
  { code: 'held-and-reported', label: 'Held, and its report received' },
  { code: 'held-not-reported', label: 'Held, no report received' },
  { code: 'perinatal-review-served-as-the-meeting', label: 'Not held: a perinatal review served as it' },
  {
    code: 'joint-agency-response-served-as-the-meeting',
    label: 'Not held: a joint agency response served as it',
  },
  { code: 'died-abroad', label: 'Not held: the child died abroad' },
  { code: 'professionals-no-longer-reachable', label: 'Not held: professionals no longer reachable' },
  { code: 'other', label: 'Not held for another reason' },
  { code: 'none-recorded', label: 'Nothing recorded' },
]

export const meetingTimes: CodeList = [
  { code: 'within-3', label: 'Within 3 months' },
  { code: 'within-6', label: 'Over 3 and within 6 months' },
  { code: 'within-12', label: 'Over 6 and within 12 months' },
  { code: 'over-12', label: 'Over 12 months' },
  { code: 'no-meeting', label: 'No meeting held' },
  { code: 'not-known', label: 'Not known' },
]

export const keyWorkers: CodeList = [
  { code: 'named', label: 'Key worker named' },
  { code: 'not-known', label: 'Not known' },
  { code: 'not-recorded', label: 'Not recorded' },
]
