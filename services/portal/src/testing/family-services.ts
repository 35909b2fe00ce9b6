import {
  AvoidedDateId,
  CaseReference,
  ENGLISH,
  FamilyFeedbackId,
  FamilyLetterId,
  FamilyMemberId,
  FamilyQuestionId,
  Instant,
  KeyWorkerId,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import {
  type AnsweringServices,
  type AnswersOf,
  answeringServices,
  asks,
  changes,
  type ServicesTable,
} from './answering-services.ts'
import { caseId, reference } from './case-answers.ts'

const table = {
  intake: { identity: { read: asks('identity:read') } },
  'case-review': {
    letter: {
      templates: asks('letter-template:write'),
      saveTemplate: changes('letter-template:write'),
      list: asks('family:read'),
      read: asks('family:read'),
      draft: changes('family:record'),
      save: changes('family:record'),
      finalise: changes('family:record'),
      withdraw: changes('family:record'),
      print: asks('family:record'),
      give: changes('family:record'),
    },
    family: {
      list: asks('family:list'),
      open: asks('family:read'),
      assignKeyWorker: changes('family:assign'),
      endKeyWorker: changes('family:assign'),
      recordMember: changes('family:record'),
      avoidDate: changes('family:record'),
      allowDate: changes('family:record'),
      ask: changes('family:record'),
      answer: changes('family:record'),
      leaveOpen: changes('family:record'),
      tell: changes('family:record'),
      recordPortrait: changes('family:record'),
      withdrawPortrait: changes('family:record'),
    },
  },
} as const satisfies ServicesTable

type FamilyAnswers = AnswersOf<typeof table>
export type FamilyServices = AnsweringServices<FamilyAnswers>

/** The services a family's pages call, answering what a test tells them to. */
export const familyServices = (): FamilyServices => answeringServices(table)

export const familyMemberId = FamilyMemberId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01')
export const familyQuestionId = FamilyQuestionId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b02')
export const keyWorkerId = KeyWorkerId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b03')
export const familyFeedbackId = FamilyFeedbackId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b06')
export const familyLetterId = FamilyLetterId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b08')
export const otherMemberId = FamilyMemberId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b09')
export const avoidedDateId = AvoidedDateId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b04')
const somebody = PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b05')
const recorded = { recordedBy: somebody, recordedAt: Instant.parse('2026-03-01T10:00:00.000Z') }

/** A father who must not be contacted, and what the family asked. */
export const openFamily: FamilyAnswers['family.open'] = {
  family: {
    caseId,
    reference: CaseReference.parse(reference),
    state: 'gathering',
    ageBand: '5-9y',
    diedOn: PlainDate.parse('2026-02-20'),
    coordinatorId: null,
    mergedInto: null,
    keyWorkers: [
      {
        keyWorkerId,
        personId: somebody,
        from: PlainDate.parse('2026-02-21'),
        until: null,
        assignedBy: somebody,
        assignedAt: recorded.recordedAt,
      },
    ],
    members: [
      {
        familyMemberId,
        version: 1,
        relation: 'father',
        noContact: 'police-investigation',
        hearsNothing: true,
        inError: false,
        details: {
          name: 'Invented <b>Father</b>',
          livingApart: 'apart',
          language: 'Polish',
          interpreter: 'yes',
          safeContact: null,
          safeTimes: null,
          noContactWhy: 'Until the police say otherwise',
        },
        ...recorded,
      },
    ],
    contactMarks: [
      {
        familyMemberId,
        noContact: 'police-investigation',
        why: 'Until the police say otherwise',
        by: somebody,
        at: recorded.recordedAt,
      },
    ],
    avoidedDates: [{ avoidedDateId, avoided: { month: 7, day: 12, why: 'A birthday' }, ...recorded }],
    portrait: { portrait: null, version: 0 },
    questions: [
      {
        familyQuestionId,
        body: 'review-meeting',
        askedBy: familyMemberId,
        askedOn: PlainDate.parse('2026-02-25'),
        channel: 'telephone',
        asked: 'Why was nobody there?',
        leftOpen: null,
        withheld: false,
        answers: [],
        ...recorded,
      },
    ],
    caveats: [],
    feedback: [],
    nextSteps: [{ step: 'review-meeting', when: 'by', on: PlainDate.parse('2026-05-20') }],
  },
  pass: 'a-pass',
}

/** A mother who may be written to beside the father who must not. */
export const withMother: FamilyAnswers['family.open'] = {
  ...openFamily,
  family: {
    ...openFamily.family,
    members: openFamily.family.members.flatMap((father) => [
      father,
      {
        ...father,
        familyMemberId: otherMemberId,
        relation: 'mother' as const,
        noContact: null,
        hearsNothing: false,
        details: { ...father.details, name: 'Invented Mother', noContactWhy: null },
      },
    ]),
  },
}

/** A draft to her with one answer in it. */
export const openLetter: FamilyAnswers['letter.read'] = {
  familyLetterId,
  familyMemberId: otherMemberId,
  stage: 'after-panel',
  language: ENGLISH,
  state: 'draft',
  version: 1,
  draftedBy: somebody,
  draftedAt: recorded.recordedAt,
  finalAt: null,
  givenOn: null,
  givenHow: null,
  givenBy: null,
  withdrawnAt: null,
  content: {
    text: 'Dear <b>Invented</b> Mother\n\n[What the panel found]',
    answers: [{ familyQuestionId, version: 1 }],
  },
  cautions: ['lives-apart', 'date-to-avoid'],
  changes: [],
}
