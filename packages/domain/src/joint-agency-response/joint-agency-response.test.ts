import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { nextRung, PageRung, pagesSomebody } from './paging.ts'
import { nextResponseStates, ResponseState, responseStep } from './response-state.ts'

describe('the record of a child who lived', () => {
  /** Every state that can ever follow. */
  const after = (state: ResponseState): ReadonlySet<ResponseState> => {
    const reached = new Set<ResponseState>()
    const visit = (from: ResponseState) => {
      for (const next of nextResponseStates[from]) {
        if (reached.has(next)) continue
        reached.add(next)
        visit(next)
      }
    }
    visit(state)
    return reached
  }

  test('leads nowhere but to its destruction', () => {
    expect([...after('child-lived')]).toEqual(['destroyed'])
  })

  test('only follows a response that began before death', () => {
    const before = ResponseState.options.filter((state) => after(state).has('child-lived'))
    expect(before).toEqual(['started-before-death'])
  })
})

test('a step that is not in the table is refused', () => {
  for (const from of ResponseState.options) {
    for (const to of ResponseState.options) {
      if (nextResponseStates[from].includes(to)) expect(responseStep(from, to)).toBe(to)
      else expect(() => responseStep(from, to)).toThrow('response-decided')
    }
  }
})

describe('who is paged next', () => {
  const rungs = fc.subarray([...PageRung.options])

  test('is somebody who is there, nobody twice, and the lead before the deputy', () => {
    fc.assert(
      fc.property(rungs, rungs, (there, paged) => {
        const next = nextRung(there, paged)
        if (next === null) expect(there.filter((rung) => !paged.includes(rung))).toEqual([])
        else {
          expect(there).toContain(next)
          expect(paged).not.toContain(next)
          if (there.includes('lead') && !paged.includes('lead')) expect(next).toBe('lead')
        }
      }),
    )
  })
})

test('a death of last month wakes nobody, one of yesterday does', () => {
  const today = PlainDate.parse('2026-03-02')
  expect(pagesSomebody(addDays(today, -1), today)).toBe(true)
  expect(pagesSomebody(addDays(today, -28), today)).toBe(true)
  expect(pagesSomebody(addDays(today, -29), today)).toBe(false)
})
