import {
  AuthorityCode,
  CaseId,
  type CaseReference,
  caseReference,
  InformationRequestId,
  Instant,
  NhsNumber,
  NotificationId,
  notifyClock,
  OdsCode,
  OrganisationId,
  PlainDate,
  PlainMonth,
  type PostcodeFound,
  type PostcodePlace,
} from '@cdop/domain'
import { answersFrom, formInForce, NOTIFICATION_FORM, statutoryForms, summary } from '@cdop/forms'
import type { CaseAnswers } from './case-services.ts'

const date = (typed: string) => PlainDate.parse(typed)
const at = (typed: string) => Instant.parse(typed)

export const caseId = CaseId.parse('0190c000-0000-7000-8000-000000000001')
export const notificationId = NotificationId.parse('0190d000-0000-7000-8000-000000000001')
export const informationRequestId = InformationRequestId.parse('0190e000-0000-7000-8000-000000000001')
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

export const notificationForm = formInForce(statutoryForms, NOTIFICATION_FORM, '2026-03-02')

/** A whole notification, under the domain's paths. */
const notified = {
  notifier: {
    name: 'Rowan Ferris',
    role: 'Consultant',
    organisation: 'Leeds Hospital',
    contact: '0113 496 0000',
  },
  child: {
    familyName: child.familyName,
    givenNames: child.givenNames,
    nhsNumber: child.nhsNumber,
    sex: 'female',
    ethnicCategory: 'A',
    dateOfBirth: child.dateOfBirth,
    address: '1 Example Street, Leeds',
    postcode: 'LS1 1UR',
  },
  residence: { localAuthority: 'E08000035' },
  death: {
    dateOfDeath: child.dateOfDeath,
    placeOfDeath: 'home',
    expectedness: 'unexpected',
    circumstances: 'Found unresponsive in the morning.',
    coronerReferral: 'referred-pm-only',
  },
  agencies: [{ kind: 'gp', name: 'Example Street Surgery', email: 'surgery@nhs.example' }],
}

export const notificationAnswers = answersFrom(notificationForm, notified)

export const readNotification: CaseAnswers['notification.read'] = {
  notificationId,
  state: 'received',
  version: 1,
  receivedOn: date('2026-02-23'),
  diedOn: child.dateOfDeath,
  clocks: {
    knownFrom: 'day-of-death',
    received: notifyClock(
      at('2026-02-21T00:00:00.000Z'),
      48,
      at('2026-02-23T09:00:00.000Z'),
      at('2026-03-02T10:00:00.000Z'),
    ),
    national: notifyClock(at('2026-02-21T00:00:00.000Z'), 48, null, at('2026-03-02T10:00:00.000Z')),
    nationalToldOn: null,
  },
  formVersion: notificationForm.version,
  sections: summary(notificationForm, notificationAnswers),
  scope: {
    outcome: 'in',
    ruleId: 'R5',
    evidence: 'Born alive, under 18 at death, normally resident in this area',
  },
  residency: null,
  discretion: null,
  postcode: null,
  alternativePostcode: null,
  caseId: null,
  caseReference: null,
  changes: [],
  mergedInto: null,
  reviews: [],
  confirmed: true,
  unanswered: [],
  askedUntil: null,
  transfer: null,
}

/** Where an invented postcode lies: in Leeds, but for the changes. */
export function foundPlace(changes: Partial<PostcodePlace> = {}): PostcodeFound {
  return {
    outcome: 'found',
    place: {
      edition: { product: 'ONSPD', month: PlainMonth.parse('2026-02') },
      editionIsLater: false,
      terminated: null,
      localAuthority: AuthorityCode.parse('E08000035'),
      localAuthorityName: 'Leeds',
      lsoa2011: 'E01011229',
      lsoa2021: 'E01011230',
      icb: 'E54000054',
      ruralUrban: { classification: 'RUC2021', code: 'UN1' },
      deprivation: [
        { index: 'IMD2025', lsoaVersion: '2021', decile: 4 },
        { index: 'IMD2019', lsoaVersion: '2011', decile: 3 },
      ],
      ...changes,
    },
  }
}

export const listedNotification: CaseAnswers['notification.list']['rows'][number] = {
  notificationId,
  state: 'received',
  door: 'coordinator',
  waitingFor: [],
  clocks: readNotification.clocks,
  receivedOn: date('2026-02-23'),
  diedOn: child.dateOfDeath,
  ageBand: '5-9y',
  placeOfDeath: 'home',
  caseId: null,
  caseReference: null,
}

/** A queue with nothing in any list. */
export const emptyQueue: CaseAnswers['notification.list'] = {
  rows: [],
  total: 0,
  counts: {
    'to-decide': 0,
    waiting: 0,
    accepted: 0,
    'out-of-scope': 0,
    merged: 0,
    transferred: 0,
    'reported-in-error': 0,
    all: 0,
  },
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
  returnedAt: null,
  redirectedTo: null,
  redirectReason: null,
  reminders: 0,
  remindedOn: null,
}

export const openCase: CaseAnswers['case.open'] = {
  pass: null,
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
      { at: at('2026-02-24T09:32:00.000Z'), what: 'case-opened', byPersonId: null },
      { at: child.dateOfDeath, what: 'died', byPersonId: null },
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
    nationalSubmissionOn: null,
  },
}

export const worklistRow: CaseAnswers['case.list']['rows'][number] = {
  caseId,
  reference,
  state: 'gathering',
  ageBand: '5-9y',
  diedOn: child.dateOfDeath,
  requests: { sent: 3, returned: 1, overdue: 1 },
  notTold: 3,
  next: { what: 'agency-return', dueOn: date('2026-02-27') },
}

/** What case-review answers of the case to whoever may see it. */
export const admittedCase: CaseAnswers['case.admit'] = {
  rows: [{ caseId, reference, state: 'gathering', ageBand: '5-9y', diedOn: child.dateOfDeath }],
  pass: 'a pass',
}

export const noCounts: CaseAnswers['case.list']['counts'] = {
  all: 0,
  'to-move': 0,
  waiting: 0,
  'unconfirmed-holds': 0,
  gathering: 0,
  overdue: 0,
  'not-told': 0,
  'ready-for-panel': 0,
  listed: 0,
  reviewed: 0,
  closed: 0,
}
