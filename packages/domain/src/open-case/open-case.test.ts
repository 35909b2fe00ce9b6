import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextStates } from '../case/case-state.ts'
import { defaultLadder, isMailed, stepsAhead } from '../chasing/ladder.ts'
import { bankHolidays } from '../clock/bank-holidays.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { OpenCase, OpenCaseStage } from './open-case.ts'
import { openCaseFaults } from './open-case-faults.ts'
import { stepsToStage } from './open-case-steps.ts'
import { takenChasers } from './taken-chasers.ts'

const on = (date: string) => PlainDate.parse(date)
const dates = { diedOn: on('2025-06-01'), today: on('2026-03-02') }
const bare = {
  row: 2,
  oldReference: 'OLD/2025/7',
  stage: 'gathering',
  confirmed: { by: 'hospital-doctor', on: '2025-06-01' },
  notHeld: null,
  panelMeetingOn: null,
  panelQuestions: [],
  reviewedOn: null,
  nationalSubmissionOn: null,
  requests: [],
  holds: [],
  meetings: [],
  documents: [],
}
const request = {
  row: 3,
  agency: { name: 'Invented Surgery', kind: 'general-practice', odsCode: null, email: 'box@surgery.example' },
  askedOn: '2025-06-10',
  dueOn: null,
  chasedOn: ['2025-07-05', '2025-07-12'],
  outcome: 'open',
  answeredOn: null,
  returned: [],
}
const meeting = {
  row: 2,
  kind: 'other',
  plannedOn: '2025-09-01',
  startsAt: null,
  endsAt: null,
  place: 'Invented Infirmary',
  chairedBy: 'A chair',
  heldOn: '2025-09-01',
  last: true,
  reportReceivedOn: '2025-09-20',
}
const hold = {
  row: 5,
  reason: 'inquest',
  stages: ['panel'],
  from: '2025-06-20',
  until: null,
  contact: 'The coroner’s office',
  confirmedOn: '2026-01-10',
  nextCheckOn: '2026-04-01',
}
const faultsOf = (changes: object) =>
  openCaseFaults(OpenCase.parse({ ...bare, ...changes }), dates).map(
    ({ sheet, row, column, says }) => `${sheet} ${row} ${column}: ${says}`,
  )

describe('a case that was open elsewhere', () => {
  test('comes in at every stage that what is recorded of it bears out', () => {
    const held = { meetings: [meeting] }
    const listed = { ...held, panelMeetingOn: '2026-05-01' }
    const met = { ...held, panelMeetingOn: '2026-02-01' }
    const reviewed = { ...met, reviewedOn: '2026-02-01' }
    const notHeld = { notHeld: { reason: 'died-abroad', decidedOn: '2025-08-01' } }
    for (const changes of [
      { requests: [request], holds: [hold] },
      { stage: 'review-meeting-held', ...held },
      { stage: 'review-meeting-not-held', ...notHeld },
      { stage: 'listed', ...listed },
      { stage: 'deferred', ...met, panelQuestions: ['What did the school know?'] },
      { stage: 'reviewed', ...reviewed },
      { stage: 'submitted', ...reviewed, nationalSubmissionOn: '2026-02-10' },
    ]) {
      expect(faultsOf(changes)).toEqual([])
    }
  })

  test.each([
    [{ stage: 'review-meeting-held' }, /last meeting/],
    [{ stage: 'listed', panelMeetingOn: '2026-05-01' }, /no meeting because/],
    [{ meetings: [meeting] }, /cases 2 stage: The case has not come so far/],
    [{ stage: 'reviewed', meetings: [meeting], panelMeetingOn: '2026-02-01' }, /reviewed on/],
    [{ requests: [request], confirmed: null }, /confirmed by: Agencies were asked/],
    [
      { requests: [{ ...request, askedOn: '2025-05-01' }] },
      /requests 3 asked on: This day is before the death/,
    ],
    [
      { requests: [{ ...request, chasedOn: ['2025-07-05', '2025-07-05'] }] },
      /chased on: The days are not in order/,
    ],
    [{ requests: [{ ...request, chasedOn: ['2026-07-05'] }] }, /chased on: This day is in the future/],
    [{ requests: [{ ...request, outcome: 'returned' }] }, /answered on/],
    [{ holds: [{ ...hold, stages: ['review-meeting'] }] }, /holds 5 keeps waiting/],
    [{ holds: [hold, { ...hold, row: 6 }] }, /holds 6 reason: The case waits for this already/],
    [{ holds: [{ ...hold, until: '2025-06-10' }] }, /ended on: This day is before the beginning/],
    [
      { stage: 'review-meeting-held', meetings: [{ ...meeting, heldOn: '2026-09-01' }] },
      /held on: This day is in the future/,
    ],
  ])('%j is refused, and where is said', (changes, says) => {
    expect(faultsOf(changes).join('\n')).toMatch(says)
  })

  test('goes only by steps the table of states has', () => {
    for (const stage of OpenCaseStage.options) {
      for (const met of ['review-meeting-held', 'review-meeting-not-held'] as const) {
        const steps = ['gathering' as const, ...stepsToStage(stage, met)]
        for (const [index, step] of steps.slice(1).entries()) {
          expect(nextStates[steps[index] ?? 'closed']).toContain(step)
        }
        if (!stage.startsWith('review-meeting')) expect(steps.at(-1)).toBe(stage)
      }
    }
  })
})

describe('the national database', () => {
  test('never hears of a case the panel reviewed before it began', () => {
    const early = {
      stage: 'submitted',
      reviewedOn: '2019-03-31',
      panelMeetingOn: '2019-03-31',
      nationalSubmissionOn: '2019-05-01',
    }
    const found = openCaseFaults(
      OpenCase.parse({
        ...bare,
        ...early,
        notHeld: { reason: 'other', decidedOn: '2019-01-05' },
        confirmed: { by: 'registrar', on: '2018-12-02' },
      }),
      { diedOn: on('2018-12-01'), today: dates.today },
    )
    expect(found.map(({ column }) => column)).toEqual(['submitted on'])
  })
})

describe('chasers that were sent elsewhere', () => {
  const dueOn = on('2025-07-01')
  test('count as the steps they were', () => {
    const taken = (...days: string[]) => takenChasers({ chasedOn: days.map(on), dueOn }, defaultLadder)
    expect(taken('2025-07-05')).toEqual([{ step: 'first-reminder', on: '2025-07-05' }])
    expect(taken('2025-06-26', '2025-07-05').map(({ step }) => step)).toEqual([
      'courtesy-note',
      'first-reminder',
    ])
    expect(taken('2025-07-05', '2025-07-12', '2025-08-01')).toEqual([
      { step: 'first-reminder', on: '2025-07-05' },
      { step: 'second-reminder', on: '2025-08-01' },
    ])
    expect(takenChasers({ chasedOn: [on('2025-07-05')], dueOn }, [])).toEqual([])
  })

  test('are never sent a second time', () => {
    const days = fc.uniqueArray(fc.integer({ min: -20, max: 60 }), { maxLength: 8 })
    fc.assert(
      fc.property(days, (offsets) => {
        const chasedOn = offsets.sort((one, other) => one - other).map((offset) => addDays(dueOn, offset))
        const taken = takenChasers({ chasedOn, dueOn }, defaultLadder)
        expect(new Set(taken.map(({ step }) => step)).size).toBe(taken.length)
        expect(taken.at(-1)?.on).toBe(chasedOn.at(-1))
        const ahead = stepsAhead({ sentOn: on('2025-06-01'), dueOn, taken }, defaultLadder, bankHolidays)
        for (const { step } of ahead) expect(taken.some((one) => one.step === step)).toBe(false)
        const mails = ahead.filter(({ step }) => isMailed(step))
        for (const mail of mails) expect(mail.on > (chasedOn.at(-1) ?? '')).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
