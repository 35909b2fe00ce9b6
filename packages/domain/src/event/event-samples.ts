import type { EventType } from './event.ts'

const caseId = '0198a5f0-0000-7000-8000-000000000001'
const notificationId = '0198a5f0-0000-7000-8000-000000000002'
const transferId = '0198a5f0-0000-7000-8000-00000000000d'
const panelMeetingId = '0198a5f0-0000-7000-8000-000000000003'
const informationRequestId = '0198a5f0-0000-7000-8000-000000000004'
const otherCaseId = '0198a5f0-0000-7000-8000-00000000000b'
const otherNotificationId = '0198a5f0-0000-7000-8000-00000000000c'
const holdId = '0198a5f0-0000-7000-8000-00000000000e'
const mergeId = '0198a5f0-0000-7000-8000-00000000000d'
const completeness = {
  'place-of-death': 'answered',
  'birth-weight': 'not-known',
  ethnicity: 'blank',
  asthma: 'not-asked',
}

/**
 * What lies in the logs of event types as they were written, old versions too: each must stay readable for as long as
 * a case is kept. Plain JSON on purpose; a sample is added when a payload changes, and never altered.
 */
export const eventSamples: Readonly<Record<EventType, readonly [unknown, ...(readonly unknown[])]>> = {
  'area.defined.v1': [
    {
      areaId: '0198a5f0-0000-7000-8000-00000000000a',
      code: 'LDS',
      name: 'Leeds',
      authorities: [{ code: 'E08000035', name: 'Leeds City Council', from: '2019-09-29', until: null }],
      partners: [{ name: 'NHS West Yorkshire Integrated Care Board', from: '2022-07-01', until: null }],
      controllers: [{ name: 'Leeds City Council', from: '2019-09-29', until: '2024-03-31' }],
    },
  ],
  'area-settings.changed.v1': [
    {
      areaId: '0198a5f0-0000-7000-8000-00000000000a',
      settings: {
        notifyWithinHours: 48,
        tellNationalWithinHours: 48,
        pageDeputyAfterMinutes: 15,
        childLivedRecordMonths: 6,
        sceneVisitWithinHours: 24,
        planWithinWorkingDays: 2,
      },
    },
  ],
  'notification.received.v1': [{ notificationId, receivedOn: '2026-03-02' }],
  'notification.accepted.v1': [
    {
      caseId,
      caseReference: 'LDS-2026-4K7PW2-F',
      notificationId,
      receivedOn: '2026-03-02',
      diedOn: '2026-03-01',
      ageBand: '1-4y',
      sex: 'female',
      ethnicCategory: 'A',
      placeOfDeath: 'hospital',
      expectedness: 'unexpected',
      localAuthority: 'E08000035',
      jarTriggers: ['sudden-no-apparent-cause'],
      formVersion: '2026-04-01',
      completeness,
    },
    {
      caseId,
      caseReference: 'LDS-2026-4K7PW2-F',
      notificationId,
      receivedOn: '2026-03-02',
      diedOn: '2026-03-01',
      ageBand: '1-4y',
      sex: 'female',
      ethnicCategory: 'A',
      placeOfDeath: 'hospital',
      expectedness: 'unexpected',
      localAuthority: 'E08000035',
      jarTriggers: [],
      formVersion: '2026-04-01',
      completeness,
      takenOver: { transferId, fromAreaId: '0198a5f0-0000-7000-8000-00000000000b' },
    },
    {
      caseId,
      caseReference: 'LDS-2026-4K7PW2-F',
      notificationId,
      receivedOn: '2026-03-02',
      diedOn: '2026-03-01',
      ageBand: '1-4y',
      sex: 'female',
      ethnicCategory: 'A',
      placeOfDeath: 'hospital',
      expectedness: 'unexpected',
      localAuthority: 'E08000035',
      jarTriggers: ['sudden-no-apparent-cause'],
      flags: ['life-limiting-condition'],
      imported: { importId: '0198a5f0-0000-7000-8000-00000000000f', row: 2 },
      formVersion: '2026-04-01',
      completeness,
      neighbourhood: {
        deprivation: [
          { index: 'IMD2025', lsoaVersion: '2021', decile: 2 },
          { index: 'IMD2019', lsoaVersion: '2011', decile: 1 },
        ],
        ruralUrban: { classification: 'RUC2021', code: 'UN1' },
      },
    },
    {
      caseId,
      caseReference: 'LDS-2026-4K7PW2-F',
      notificationId,
      receivedOn: '2026-03-02',
      diedOn: '2026-03-01',
      ageBand: '1-4y',
      sex: 'female',
      ethnicCategory: 'A',
      placeOfDeath: 'hospital',
      expectedness: 'unexpected',
      localAuthority: 'E08000035',
      jarTriggers: [],
      formVersion: '2026-04-01',
      completeness,
      acceptedBy: '0198a5f0-0000-7000-8000-00000000000f',
    },
    {
      caseId,
      caseReference: 'LDS-2026-4K7PW2-F',
      notificationId,
      receivedOn: '2026-03-02',
      diedOn: '2026-03-01',
      ageBand: '0-27d',
      sex: 'female',
      ethnicCategory: 'A',
      placeOfDeath: 'neonatal-unit',
      expectedness: 'expected',
      localAuthority: 'E08000035',
      jarTriggers: [],
      flags: [],
      gestation: '24-27w',
      responseStarted: 'no',
      otherReviews: ['perinatal-mortality-review'],
      formVersion: '2026-04-01',
      completeness,
    },
  ],
  'identity-and-death.confirmed.v1': [
    {
      caseId,
      death: { by: 'hospital-doctor', on: '2026-03-01' },
      identity: { by: 'police-officer', on: '2026-03-02' },
    },
  ],
  'notification.reported-in-error.v1': [
    { caseId, notificationId, reason: 'child-is-alive', nationalDatabaseTold: true },
  ],
  'notification.merged.v1': [{ notificationId, intoNotificationId: otherNotificationId, mergeId }],
  'notification.merge-undone.v1': [{ notificationId, mergeId }],
  'case.merged.v1': [{ caseId, intoCaseId: otherCaseId, mergeId }],
  'case.merge-undone.v1': [{ caseId, mergeId }],
  'case.child-corrected.v1': [{ caseId, diedOn: '2026-02-27', ageBand: '0-27d', sex: 'female' }],
  'household-death.found.v1': [{ relatedId: '0198a5f0-0000-7000-8000-00000000000e' }],
  'transfer.asked.v1': [{ transferId }],
  'case.offered.v1': [{ caseId, transferId }],
  'case.offer-ended.v1': [{ caseId, transferId }],
  'case.transferred.v1': [{ caseId, transferId, toAreaId: '0198a5f0-0000-7000-8000-00000000000a' }],
  'case.opened.v1': [{ caseId }],
  'information-request.sent.v1': [
    { informationRequestId, organisationId: '0198a5f0-0000-7000-8000-000000000005', dueOn: '2026-03-23' },
  ],
  'information-request.returned.v1': [{ informationRequestId, formVersion: '2026-04-01', completeness }],
  'information-request.corrected.v1': [
    { informationRequestId, entry: 2, formVersion: '2026-04-01', completeness },
  ],
  'information-request.partly-returned.v1': [
    { informationRequestId, entry: 1, promisedOn: '2026-04-13', reason: 'waiting-for-records' },
  ],
  'information-request.nothing-known.v1': [{ informationRequestId }],
  'information-request.redirected.v1': [
    {
      informationRequestId,
      redirectedTo: informationRequestId,
      organisationId: '0198a5f0-0000-7000-8000-000000000005',
      dueOn: '2026-02-24',
      reason: 'contact-no-longer-answers',
    },
  ],
  'information-request.accepted.v1': [{ informationRequestId, entry: 1 }],
  'information-request.sent-back.v1': [{ informationRequestId, entry: 1, answerBy: '2026-04-13' }],
  'information-request.recalled.v1': [{ informationRequestId, reason: 'sent-to-the-wrong-organisation' }],
  'information-request.escalated.v1': [{ informationRequestId, step: 'executive', on: '2026-04-13' }],
  'information-request.gone-without.v1': [
    {
      informationRequestId,
      organisationKind: 'hospital',
      reason: 'no-answer',
      effect: 'some-questions-open',
    },
  ],
  'review-meeting.not-held.v1': [{ caseId, reason: 'perinatal-review-served-as-the-meeting' }],
  'review-meeting.held.v1': [
    {
      caseId,
      reviewMeetingId: '0198a5f0-0000-7000-8000-000000000010',
      kind: 'hospital-mortality-meeting',
      heldOn: '2026-04-20',
      last: true,
    },
  ],
  'review-meeting.reported.v1': [
    { caseId, reviewMeetingId: '0198a5f0-0000-7000-8000-000000000010', receivedOn: '2026-04-30' },
  ],
  'hold.began.v1': [{ caseId, holdId, reason: 'inquest', stages: ['panel'], from: '2026-03-02' }],
  'hold.ended.v1': [{ caseId, holdId, until: '2026-05-20' }],
  'case.listed.v1': [{ caseId, panelMeetingId }],
  'case.deferred.v1': [{ caseId, panelMeetingId, deferredOn: '2026-06-10' }],
  'case.resumed.v1': [{ caseId, state: 'gathering' }],
  'case.reviewed.v1': [{ caseId, panelMeetingId, reviewedOn: '2026-06-10' }],
  'case.closed.v1': [{ caseId, closedOn: '2026-07-01' }],
  'regional-meeting.asked.v1': [{ regionalMeetingId: '0198a5f0-0000-7000-8000-000000000010' }],
  'guest-seats.changed.v1': [
    {
      panelMeetingId,
      untilOn: '2026-05-04',
      seats: [
        {
          personId: '0198a5f0-0000-7000-8000-00000000000f',
          homeAreaId: '0198a5f0-0000-7000-8000-00000000000a',
          agency: 'health',
          seat: 'member',
        },
      ],
    },
  ],
  'case.reopened.v1': [
    {
      caseId,
      number: 1,
      reason: 'inquest-concluded-otherwise',
      reopenedOn: '2026-09-01',
      firstReviewedOn: '2026-06-10',
    },
  ],
  'analysis.agreed.v1': [
    {
      caseId,
      panelMeetingId,
      reviewedOn: '2026-10-14',
      analysisVersion: 5,
      revision: 2,
      firstReviewedOn: '2026-06-10',
      categories: [8, 9],
      primaryCategory: 8,
      modifiability: 'no-modifiable-factors',
      factors: [],
      perinatalKinds: ['immaturity-or-prematurity', 'perinatally-acquired-infection'],
    },
    {
      caseId,
      panelMeetingId,
      reviewedOn: '2026-06-10',
      analysisVersion: 3,
      categories: [6, 9],
      primaryCategory: 6,
      modifiability: 'modifiable-factors-identified',
      factors: [
        { domain: 'social', code: 'smoking-in-the-household', relevance: 2, modifiable: true },
        { domain: 'intrinsic', code: 'prematurity', relevance: 1, modifiable: false },
      ],
    },
    {
      caseId,
      panelMeetingId,
      reviewedOn: '2026-06-10',
      analysisVersion: 3,
      categories: [6],
      primaryCategory: 6,
      modifiability: 'no-modifiable-factors',
      factors: [{ domain: 'intrinsic', code: 'prematurity', relevance: 2, modifiable: false }],
      domains: [
        { domain: 'intrinsic', relevance: 2 },
        { domain: 'social', relevance: 1 },
        { domain: 'physical', relevance: 0 },
        { domain: 'service', relevance: 1 },
      ],
    },
  ],
  'meeting-analysis.finished.v1': [
    {
      caseId,
      reviewMeetingId: '0198a5f0-0000-7000-8000-000000000010',
      revision: 1,
      finishedOn: '2026-04-28',
      finishedBy: '0198a5f0-0000-7000-8000-000000000011',
    },
  ],
  'panel-meeting.announced.v1': [
    { panelMeetingId, sequence: 2, personIds: ['0198a5f0-0000-7000-8000-00000000000f'] },
  ],
  'urgent-alert.raised.v1': [{ alertId: '0198a5f0-0000-7000-8000-000000000011' }],
  'urgent-alert.unacknowledged.v1': [{ alertId: '0198a5f0-0000-7000-8000-000000000011' }],
  'owner-digest.made.v1': [
    {
      digestId: '0198a5f0-0000-7000-8000-000000000012',
      organisationId: '0198a5f0-0000-7000-8000-000000000005',
      lines: [
        { reference: 'R-2026-014', dueOn: '2026-03-02' },
        { reference: 'R-2026-014 action 2', dueOn: '2026-03-16' },
      ],
    },
  ],
  'owner-digest.mailed.v1': [{ digestId: '0198a5f0-0000-7000-8000-000000000012', outcome: 'sent' }],
  'recommendation.escalated.v1': [{ on: '2026-03-16', recommendations: 2 }],
  'self-assessment.asked.v1': [
    {
      year: '2025-26',
      organisationId: '0198a5f0-0000-7000-8000-000000000005',
      dueOn: '2026-06-30',
      step: 'opened',
    },
  ],
  'release.built.v1': [{ releaseId: '0198a5f0-0000-7000-8000-000000000006' }],
  'release-figures.published.v1': [
    {
      releaseId: '0198a5f0-0000-7000-8000-000000000006',
      reportingYear: '2025-26',
      builtAt: '2026-06-01T10:00:00.000Z',
      tables: [
        {
          tableId: 'R3',
          measureVersion: 1,
          cells: [
            { row: 'prematurity', column: 'total', count: 10, of: 28 },
            { row: 'co-sleeping', column: 'total', count: null, of: 28 },
            { row: 'total', column: 'total', count: 28 },
          ],
        },
        { tableId: 'N9', measureVersion: 1, cells: [] },
      ],
    },
  ],
  'release.signed.v1': [{ releaseId: '0198a5f0-0000-7000-8000-000000000006', reportingYear: '2025-26' }],
}
