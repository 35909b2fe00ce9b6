import type {
  AgeBand,
  CaseState,
  ConfirmedBy,
  NoReviewMeetingReason,
  NotNeededReason,
  ReportedInErrorReason,
  ToldRecipient,
} from '@cdop/domain'
import { NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'

/** Age at death in words. */
export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  '0-27d': 'Under 28 days',
  '28-364d': '28 days to under 1 year',
  '1-4y': '1 to 4 years',
  '5-9y': '5 to 9 years',
  '10-14y': '10 to 14 years',
  '15-17y': '15 to 17 years',
}

/** Where a case stands, in words. */
export const caseStateWords: Readonly<Record<CaseState, string>> = {
  gathering: 'Gathering information',
  'review-meeting-held': 'Ready for panel',
  'review-meeting-not-held': 'Ready for panel',
  listed: 'Listed for panel',
  deferred: 'Put back by the panel',
  reviewed: 'Reviewed by the panel',
  submitted: 'Sent to the national database',
  closed: 'Closed',
  reopened: 'Review reopened',
  'reported-in-error': 'Reported in error',
  'duplicate-merged': 'Merged into another case',
  transferred: 'With another area',
}

/** Why no review meeting was held, in words. */
export const noReviewMeetingWords: Readonly<Record<NoReviewMeetingReason, string>> = {
  'perinatal-review-served-as-the-meeting': 'A perinatal mortality review served as the meeting',
  'joint-agency-response-served-as-the-meeting': 'The joint agency response served as the meeting',
  'died-abroad': 'The child died abroad',
  'professionals-no-longer-reachable': 'The professionals can no longer be reached',
  other: 'Another reason',
}

/** Who confirms a death or who a child is, in words. */
export const confirmedByWords: Readonly<Record<ConfirmedBy, string>> = {
  'hospital-doctor': 'Hospital doctor',
  'general-practitioner': 'General practitioner',
  'nurse-or-midwife': 'Nurse or midwife',
  'ambulance-clinician': 'Ambulance clinician',
  'hospice-clinician': 'Hospice clinician',
  'medical-examiner': 'Medical examiner',
  'coroner-or-officer': 'Coroner or coroner’s officer',
  'police-officer': 'Police officer',
  registrar: 'Registrar',
  'other-professional': 'Another professional',
}

/** Why a report of a death was wrong, in words. */
export const reportedInErrorWords: Readonly<Record<ReportedInErrorReason, string>> = {
  'child-is-alive': 'The child is alive',
  'wrong-child-named': 'Another child died, not the one who was named',
  'not-a-real-report': 'The report was not genuine',
  'entered-by-mistake': 'It was entered by mistake',
}

/** Who must be told of a death, as a heading and within a sentence. */
export const toldRecipientWords: Readonly<Record<ToldRecipient, { title: string; sentence: string }>> = {
  'general-practitioner': { title: 'GP', sentence: 'the GP' },
  'child-health-information-service': {
    title: 'Child health information service',
    sentence: 'the child health information service',
  },
  'health-visitor': { title: 'Health visitor', sentence: 'the health visitor' },
  'school-nurse': { title: 'School nurse', sentence: 'the school nurse' },
  'school-or-nursery': { title: 'School or nursery', sentence: 'the school or nursery' },
  'mothers-midwife': { title: 'Mother’s midwife', sentence: 'the mother’s midwife' },
  'outpatient-clinics': { title: 'Outpatient clinics', sentence: 'the last outpatient clinic' },
  'social-care': { title: 'Children’s social care', sentence: 'children’s social care' },
  'coroner-or-medical-examiner': {
    title: 'Coroner or medical examiner',
    sentence: 'the coroner or medical examiner',
  },
}

/** Why somebody need not be told, in words. */
export const notNeededWords: Readonly<Record<NotNeededReason, string>> = {
  'none-for-this-child': 'There is none for this child',
  'not-involved': 'They did not know the child',
  'told-us-of-the-death': 'They told us of the death',
  'lived-abroad': 'The child lived abroad',
}

const places = new Map(
  statutoryForms
    .filter((form) => form.url === NOTIFICATION_FORM)
    .flatMap((form) => form.pages.flatMap((page) => page.items))
    .flatMap((item) => ('binding' in item && item.binding === 'death.placeOfDeath' ? [item] : []))
    .flatMap((item) => (item.kind === 'choice' ? item.options : []))
    .map(({ code, text }) => [code, text]),
)

/** Place of death as the notification form words it; a code without words was answered "I do not know". */
export function placeOfDeathWords(code: string): string {
  return places.get(code) ?? 'Not known'
}
