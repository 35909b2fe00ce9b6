import {
  AuthorityCode,
  CaseId,
  type CaseReference,
  caseReference,
  InformationRequestId,
  Instant,
  NhsNumber,
  NotificationId,
  OdsCode,
  OrganisationId,
  PlainDate,
  SavedViewId,
} from '@cdop/domain'
import type { CaseAnswers } from './case-services.ts'

const date = (typed: string) => PlainDate.parse(typed)
const at = (typed: string) => Instant.parse(typed)

export const caseId = CaseId.parse('0190c000-0000-7000-8000-000000000001')
export const notificationId = NotificationId.parse('0190d000-0000-7000-8000-000000000001')
export const informationRequestId = InformationRequestId.parse('0190e000-0000-7000-8000-000000000001')
export const savedViewId = SavedViewId.parse('0190f100-0000-7000-8000-000000000001')
export const organisationId = OrganisationId.parse('0190f000-0000-7000-8000-000000000001')
export const reference: CaseReference = caseReference('LDS', 2026, new Uint8Array([1, 2, 3, 4, 5, 6]))

/** An invented child. */
export const child = {
  familyName: 'Quillfeather',
  givenNames: 'Ottoline',
  dateOfBirth: date('2020-07-12'),
  dateOfDeath: date('2026-02-20'),
  nhsNumber: NhsNumber.parse('9990000018'),
}

export const hospital: CaseAnswers['organisation.list']['rows'][number] = {
  organisationId,
  name: 'Leeds Hospital',
  kind: 'hospital',
  email: 'reviews@hospital.example',
  odsCode: OdsCode.parse('RR8'),
  gssCode: null,
  activeFrom: null,
  activeTo: null,
  version: 3,
}

export const sentRequest: CaseAnswers['informationRequest.list']['rows'][number] = {
  informationRequestId,
  organisationId,
  organisationName: 'Leeds Hospital',
  organisationKind: 'hospital',
  state: 'sent',
  sentOn: date('2026-02-24'),
  dueOn: date('2026-03-17'),
  firstOpenedAt: null,
  begun: false,
  part: null,
  returnedAt: null,
  acceptedAt: null,
  unreadSince: null,
  askedAgainOn: null,
  againDueOn: null,
  redirectedTo: null,
  redirectReason: null,
  reminders: 0,
  remindedOn: null,
}

export const openCase: CaseAnswers['case.open'] = {
  pass: null,
  own: false,
  here: [],
  case: {
    caseId,
    reference,
    state: 'gathering',
    version: 1,
    diedOn: child.dateOfDeath,
    receivedOn: date('2026-02-23'),
    ageBand: '5-9y',
    sex: 'female',
    expectedness: 'unexpected',
    placeOfDeath: 'home',
    localAuthority: AuthorityCode.parse('E08000035'),
    coordinatorId: null,
    leadDoctorId: null,
    notTold: 3,
    clocks: [
      {
        clock: 'review-meeting',
        startedOn: date('2026-02-20'),
        limitOn: date('2026-05-20'),
        dueOn: date('2026-05-20'),
        stoppedOn: null,
        overdue: false,
      },
      {
        clock: 'agency-return',
        startedOn: date('2026-02-23'),
        limitOn: date('2026-02-27'),
        dueOn: date('2026-02-27'),
        stoppedOn: null,
        overdue: true,
      },
    ],
    sinceDeath: { gross: 10, held: 0, net: 10 },
    holds: [],
    caveats: { standing: 0, reviewDue: 0 },
    proceedings: [],
    tasks: [
      { stage: 'confirmation', status: 'completed', why: null },
      { stage: 'told-list', status: 'in-progress', why: null },
      { stage: 'information', status: 'in-progress', why: null },
      { stage: 'review-meeting', status: 'not-yet-started', why: null },
      { stage: 'panel-listing', status: 'cannot-start-yet', why: 'review-meeting-first' },
      { stage: 'analysis', status: 'cannot-start-yet', why: 'listing-first' },
      { stage: 'national-submission', status: 'cannot-start-yet', why: 'panel-decision-first' },
    ],
    timeline: [
      { at: at('2026-02-24T09:32:00.000Z'), what: 'case-opened', byPersonId: null, about: null },
      { at: child.dateOfDeath, what: 'died', byPersonId: null, about: null },
    ],
    requests: [sentRequest],
    confirmation: {
      deathBy: 'hospital-doctor',
      deathOn: child.dateOfDeath,
      identityBy: 'police-officer',
      identityOn: date('2026-02-21'),
      recordedAt: at('2026-02-24T09:40:00.000Z'),
    },
    meeting: null,
    reviewMeetings: [],
    listing: null,
    offered: false,
    mergedInto: null,
    mergedCases: [],
    reviewedOn: null,
    reopenings: [],
    firstReviewedOn: null,
    nationalSubmissionOn: null,
  },
}

export const worklistRow: CaseAnswers['case.list']['rows'][number] = {
  caseId,
  reference,
  state: 'gathering',
  ageBand: '5-9y',
  diedOn: child.dateOfDeath,
  requests: { sent: 3, returned: 1, overdue: 1, promisedOn: null },
  coordinatorId: null,
  notTold: 3,
  next: { what: 'agency-return', dueOn: date('2026-02-27') },
  chase: null,
}

/** What case-review answers of the case to whoever may see it. */
export const admittedCase: CaseAnswers['case.admit'] = {
  rows: [{ caseId, reference, state: 'gathering', ageBand: '5-9y', diedOn: child.dateOfDeath }],
  pass: 'a pass',
}

export const noCounts: CaseAnswers['case.list']['counts'] = {
  all: 0,
  mine: 0,
  unassigned: 0,
  'to-move': 0,
  waiting: 0,
  'unconfirmed-holds': 0,
  'caveats-to-review': 0,
  gathering: 0,
  'awaiting-agencies': 0,
  overdue: 0,
  'not-told': 0,
  'ready-for-panel': 0,
  listed: 0,
  reviewed: 0,
  closed: 0,
}

/** A worklist without cases, of somebody who keeps no view. */
export const emptyWorklist: CaseAnswers['case.list'] = {
  shown: { view: 'all', sort: 'most-overdue', owner: null },
  rows: [],
  counts: noCounts,
  total: 0,
  kept: [],
  basedOn: null,
}
