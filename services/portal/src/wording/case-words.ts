import type {
  AgeBand,
  CaseState,
  ConfirmedBy,
  NoReviewMeetingReason,
  ReportedInErrorReason,
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
  'reported-in-error': 'Reported in error',
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
