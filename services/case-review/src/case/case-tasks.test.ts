import { CaseState } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { caseTasks } from './case-tasks.ts'

const none = { sent: 0, returned: 0, overdue: 0 }
const statuses = (state: CaseState, requests = none) => caseTasks(state, requests).map(({ status }) => status)

describe('the task list of a case', () => {
  test('begins with what can be done, and says why the rest cannot start', () => {
    expect(caseTasks('gathering', none)).toEqual([
      { stage: 'information', status: 'not-yet-started', why: null },
      { stage: 'review-meeting', status: 'not-yet-started', why: null },
      { stage: 'panel-listing', status: 'cannot-start-yet', why: 'review-meeting-first' },
      { stage: 'analysis', status: 'cannot-start-yet', why: 'listing-first' },
      { stage: 'national-submission', status: 'cannot-start-yet', why: 'panel-decision-first' },
    ])
  })

  test('is completed when the case is closed', () => {
    expect(new Set(statuses('closed'))).toEqual(new Set(['completed']))
  })

  test('a stage that cannot start always says why, and no other does', () => {
    for (const state of CaseState.options) {
      for (const task of caseTasks(state, none)) {
        expect(task.why !== null).toBe(task.status === 'cannot-start-yet')
      }
    }
  })

  test('information is in progress while agencies are asked, a problem when one is late, completed when all returned', () => {
    expect(statuses('gathering', { sent: 2, returned: 1, overdue: 0 })[0]).toBe('in-progress')
    expect(statuses('gathering', { sent: 2, returned: 1, overdue: 1 })[0]).toBe('there-is-a-problem')
    expect(statuses('listed', { sent: 2, returned: 2, overdue: 0 })[0]).toBe('completed')
  })
})
