import {
  AuthorityCode,
  Instant,
  notifyClock,
  PlainDate,
  PlainMonth,
  type PostcodeFound,
  type PostcodePlace,
} from '@cdop/domain'
import { answersFrom, formInForce, NOTIFICATION_FORM, statutoryForms, summary } from '@cdop/forms'
import { child, notificationId } from './case-answers.ts'
import type { CaseAnswers } from './case-services.ts'

const date = (typed: string) => PlainDate.parse(typed)
const at = (typed: string) => Instant.parse(typed)

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
