import { CaseState } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { caseTasks } from './case-tasks.ts'

const none = { sent: 0, returned: 0, overdue: 0 }
const told = { needed: 7, notTold: 0 }
const questions = { asked: 0, open: 0 }
const family = questions
const caveats = { standing: 0, reviewDue: 0 }
const tasks = (state: CaseState, requests = none, confirmed = true) =>
  caseTasks({ state, requests, confirmed, told, questions, family, tellAnew: 0, caveats })
const statuses = (state: CaseState, requests = none) => tasks(state, requests).map(({ status }) => status)

describe('the task list of a case', () => {
  test('begins with what can be done, and says why the rest cannot start', () => {
    expect(tasks('gathering', none, true)).toEqual([
      { stage: 'confirmation', status: 'completed', why: null },
      { stage: 'told-list', status: 'completed', why: null },
      { stage: 'information', status: 'not-yet-started', why: null },
      { stage: 'review-meeting', status: 'not-yet-started', why: null },
      { stage: 'panel-listing', status: 'cannot-start-yet', why: 'review-meeting-first' },
      { stage: 'analysis', status: 'cannot-start-yet', why: 'listing-first' },
      { stage: 'national-submission', status: 'cannot-start-yet', why: 'panel-decision-first' },
    ])
  })

  test('lets nothing leave before it is recorded who confirmed the death and who the child is', () => {
    const held = { status: 'cannot-start-yet', why: 'confirmation-first' }
    const [confirmation, , information] = tasks('gathering', none, false)
    expect(confirmation).toEqual({ stage: 'confirmation', status: 'not-yet-started', why: null })
    expect(information).toEqual({ stage: 'information', ...held })
    expect(tasks('reviewed', none, false).at(-1)).toEqual({ stage: 'national-submission', ...held })
  })

  test('counts who has been told of the death from the first day', () => {
    const status = (notTold: number) =>
      caseTasks({
        state: 'gathering',
        requests: none,
        confirmed: false,
        told: { needed: 7, notTold },
        questions,
        family,
        tellAnew: 0,
        caveats,
      })[1]?.status
    expect([7, 3, 0].map(status)).toEqual(['not-yet-started', 'in-progress', 'completed'])
  })

  test('asks for what the panel asked before the case goes before it again', () => {
    const asked = (open: number) =>
      caseTasks({
        state: 'deferred',
        requests: none,
        confirmed: true,
        told,
        family,
        tellAnew: 0,
        caveats,
        questions: { asked: 2, open },
      })
        .filter(({ stage }) => stage === 'panel-questions' || stage === 'panel-listing')
        .map(({ status, why }) => why ?? status)
    expect([2, 1, 0].map(asked)).toEqual([
      ['not-yet-started', 'panel-questions-first'],
      ['in-progress', 'panel-questions-first'],
      ['completed', 'not-yet-started'],
    ])
  })

  test('keeps what the family asked in sight, also once the case is closed', () => {
    const asked = (state: CaseState, open: number) =>
      caseTasks({
        state,
        requests: none,
        confirmed: true,
        told,
        questions,
        caveats,
        family: { asked: 2, open },
        tellAnew: 0,
      }).find(({ stage }) => stage === 'family-questions')?.status
    expect([2, 1, 0].map((open) => asked('gathering', open))).toEqual([
      'not-yet-started',
      'in-progress',
      'completed',
    ])
    expect(asked('closed', 1)).toBe('in-progress')
    expect(tasks('gathering').map(({ stage }) => stage)).not.toContain('family-questions')
  })

  test('is completed when the case is closed', () => {
    expect(new Set(statuses('closed'))).toEqual(new Set(['completed']))
  })

  test('a stage that cannot start always says why, and no other does', () => {
    for (const state of CaseState.options) {
      for (const confirmed of [true, false]) {
        for (const task of tasks(state, none, confirmed)) {
          expect(task.why !== null).toBe(task.status === 'cannot-start-yet')
        }
      }
    }
  })

  test('information is in progress while agencies are asked, a problem when one is late, completed when all returned', () => {
    expect(statuses('gathering', { sent: 2, returned: 1, overdue: 0 })[2]).toBe('in-progress')
    expect(statuses('gathering', { sent: 2, returned: 1, overdue: 1 })[2]).toBe('there-is-a-problem')
    expect(statuses('listed', { sent: 2, returned: 2, overdue: 0 })[2]).toBe('completed')
  })

  test('keeps the caveats in sight that stand, and says when somebody has to look at one again', () => {
    const caveated = (reviewDue: number) =>
      caseTasks({
        state: 'listed',
        requests: none,
        confirmed: true,
        told,
        questions,
        family,
        tellAnew: 0,
        caveats: { standing: 2, reviewDue },
      }).find(({ stage }) => stage === 'caveats')?.status
    expect([0, 1].map(caveated)).toEqual(['in-progress', 'there-is-a-problem'])
    expect(tasks('listed').some(({ stage }) => stage === 'caveats')).toBe(false)
  })
})
