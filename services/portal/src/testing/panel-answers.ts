import {
  CaseId,
  CaseReference,
  InformationRequestId,
  NhsNumber,
  PanelMeetingId,
  PersonId,
  PlainDate,
  ReviewMeetingId,
  usualQuorum,
} from '@cdop/domain'
import {
  ANALYSIS_FORM,
  type Answers,
  formInForce,
  parseSubmission,
  REPORTING_FORM,
  statutoryForms,
  summary,
} from '@cdop/forms'
import { filledBody } from '@cdop/forms/testing'
import type { PanelAnswers } from './panel-services.ts'

/** What the services below answer about one invented case. */

const TODAY = '2026-05-02'
export const caseId = CaseId.parse('0190c000-0000-7000-8000-000000000001')
export const panelMeetingId = PanelMeetingId.parse('0190d000-0000-4000-8000-000000000001')
export const informationRequestId = InformationRequestId.parse('0190e000-0000-4000-8000-000000000001')
export const reference = CaseReference.parse('LDS-2026-4F7M2H-Q')

export const reportingForm = formInForce(statutoryForms, REPORTING_FORM, TODAY)
export const analysisForm = formInForce(statutoryForms, ANALYSIS_FORM, TODAY)

/** The child, whose particulars may stand on the page that discloses them and nowhere else. */
export const child = {
  caseId,
  familyName: 'Winterbourne',
  givenNames: 'Elowen',
  dateOfBirth: PlainDate.parse('2025-07-27'),
  dateOfDeath: PlainDate.parse('2025-11-14'),
  nhsNumber: NhsNumber.parse('9990000018'),
}

function complete(): Answers {
  const read = parseSubmission(reportingForm, filledBody(reportingForm), { today: TODAY })
  if (!read.ok) throw new Error('The sample answers do not fit the form')
  return read.answers
}
export const reportingAnswers = complete()

export const begun: PanelAnswers['reportingForm.begin'] = {
  caseId,
  reference,
  organisationName: 'Harrowby Hospital',
  formVersion: reportingForm.version,
  dueOn: PlainDate.parse('2026-03-16'),
  answers: null,
  version: 0,
  words: {},
  returned: false,
  supplementary: [],
  correcting: null,
  sentBack: null,
  part: null,
  mayPromise: { latest: PlainDate.parse('2026-03-10'), left: 3 },
  nothingKnown: false,
  pass: 'a-pass',
}

export const meeting: PanelAnswers['panelMeeting.read'] = {
  panelMeetingId,
  kind: 'standard',
  heldOn: PlainDate.parse('2026-02-23'),
  quorumRule: { rule: usualQuorum.standard, validFrom: null },
  version: 4,
  startsAt: null,
  endsAt: null,
  place: null,
  cancelled: null,
  proposed: null,
  agenda: [
    {
      caseId,
      reference,
      ageBand: '28-364d',
      state: 'listed',
      monthOfDeath: '2025-11',
      minutes: 40,
      pack: 'open',
      quorum: { quorate: false, counted: 4, more: 1, missing: [['police'], ['health']] },
    },
  ],
  attendance: [
    {
      personId: PersonId.parse('0190f000-0000-4000-8000-000000000001'),
      agency: 'lay',
      attendedAs: 'primary',
    },
  ],
  packDueOn: PlainDate.parse('2026-02-16'),
  pause: null,
}

export const statement: PanelAnswers['panelStatement.read'] = {
  version: 'own-1',
  promises: ['I do not say outside the panel who a child was.'],
  state: 'not-signed',
  lapsesOn: null,
  maySign: true,
}

/** The family told and asked nothing that is in a pack. */
export const noFamilyTexts: PanelAnswers['pack.open']['narratives']['family'] = {
  portrait: null,
  questions: [],
  since: 0,
}

export const pack: PanelAnswers['pack.open'] = {
  narratives: {
    opensUntil: PlainDate.parse('2026-03-23'),
    copiesAllowed: false,
    family: noFamilyTexts,
    texts: [],
  },
  pack: {
    reference,
    ageBand: '28-364d',
    monthOfDeath: '2025-11',
    sex: 'female',
    expectedness: 'unexpected',
    placeOfDeath: 'home',
    summary: 'A baby found unresponsive in the morning.\n\nEmergency services were called at once.',
    noAnswer: [],
    reviewedBefore: [],
    withheld: 0,
    familyQuestions: [{ body: 'panel', asked: 2, open: 1 }],
    returns: [
      {
        section: 'return-0123456789abcdef',
        organisationKind: 'hospital',
        answers: [{ label: 'Was the child known to your agency?', answer: 'Yes', withheld: false }],
        transcribed: 'phone',
        part: false,
      },
    ],
  },
  reading: { version: 'a'.repeat(64), readAt: null, readBefore: false, fresh: [], gone: 0, place: null },
  pass: 'a-pass',
}

export const analysisPass: PanelAnswers['pack.analysis'] = {
  pass: 'a-pass',
  familyAsks: { asked: 2, open: 1 },
}

/** Nobody has said that they cannot come. */
export const noApologies: PanelAnswers['panelApology.read'] = {
  own: { entry: 0, apologises: false },
  all: [],
  heldBack: [],
}

/** Nothing read yet. */
export const progress: PanelAnswers['reading.progress'] = { cases: [{ caseId, readAt: null, place: null }] }

export const noAnalysis: PanelAnswers['analysis.read'] = {
  state: 'none',
  revision: 1,
  earlier: [],
  differences: [],
  version: 0,
  formVersion: analysisForm.version,
  answers: null,
  sections: [],
  agreed: null,
}

/** Categories 8 and 9, one modifiable factor, every domain answered. */
export const analysisAnswers: Answers = analysisForm.schema.parse({
  categories: ['9', '8'],
  'intrinsic-answer': 'none-identified',
  'social-answer': 'factors',
  'social-factors': [
    {
      'social-factor-code': 'smoking-in-household',
      'social-factor-relevance': '2',
      'social-factor-modifiable': 'yes',
    },
  ],
  'physical-answer': 'none-identified',
  'service-answer': 'no-information',
  modifiability: 'modifiable-factors-identified',
})

export const draftedAnalysis: PanelAnswers['analysis.read'] = {
  ...noAnalysis,
  state: 'draft',
  version: 3,
  answers: analysisAnswers,
}

export const agreedAnalysis: PanelAnswers['analysis.read'] = {
  ...draftedAnalysis,
  state: 'agreed',
  version: 4,
  agreed: {
    primaryCategory: 8,
    modifiability: 'modifiable-factors-identified',
    reviewedOn: PlainDate.parse('2026-02-23'),
  },
}

export const quorate: PanelAnswers['panelMeeting.deliberation'] = {
  panelMeetingId,
  heldOn: PlainDate.parse('2026-02-23'),
  quorate: true,
  firstReviewedOn: null,
  familyQuestionsOpen: 0,
  kind: 'standard',
  quorumRule: { rule: usualQuorum.standard, validFrom: null },
  counted: 6,
  more: 0,
  missing: [],
}

export const noScores: PanelAnswers['openCases.scores'] = { scores: [] }

export const noMeetings: PanelAnswers['meetingAnalysis.forPanel'] = { meetings: [], mayBegin: true }

/** What one review meeting sent to the panel. */
export const meetingsSent: PanelAnswers['meetingAnalysis.forPanel'] = {
  mayBegin: true,
  meetings: [
    {
      reviewMeetingId: ReviewMeetingId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01'),
      kind: 'hospital-mortality-meeting',
      heldOn: PlainDate.parse('2026-02-10'),
      revision: 2,
      sentOn: PlainDate.parse('2026-02-12'),
      reason: 'A <result> was mixed up',
      correctedSinceBegun: false,
      sections: summary(analysisForm, analysisAnswers),
      compared: null,
    },
  ],
}
