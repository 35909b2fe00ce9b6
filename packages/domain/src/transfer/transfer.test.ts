import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal/refusal.ts'
import {
  type HandoverStep,
  nextHandover,
  nextTransferStates,
  stepTransfer,
  TransferSide,
  TransferState,
} from './transfer.ts'

const anyState = fc.constantFrom(...TransferState.options)

test('a step in the table is taken, any other is refused, on either side', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TransferSide.options), anyState, anyState, (side, from, to) => {
      if (nextTransferStates[side][from].includes(to)) expect(stepTransfer(side, from, to)).toBe(to)
      else expect(() => stepTransfer(side, from, to)).toThrow(new Refusal('transfer-answered'))
    }),
  )
})

type Between = { asking: TransferState; asked: TransferState | null; copies: number; stubs: number }

const effects: Record<HandoverStep, (now: Between) => Between> = {
  ask: (now) => ({ ...now, asked: 'requested' }),
  'recall-there': (now) => ({ ...now, asked: stepTransfer('asked', now.asked ?? 'completed', 'recalled') }),
  'decline-here': (now) => ({ ...now, asking: stepTransfer('asking', now.asking, 'declined') }),
  'accept-here': (now) => ({ ...now, asking: stepTransfer('asking', now.asking, 'accepted') }),
  copy: (now) => ({
    ...now,
    copies: now.copies + 1,
    asked: stepTransfer('asked', now.asked ?? 'completed', 'completed'),
  }),
  'leave-stub': (now) => ({
    ...now,
    stubs: now.stubs + 1,
    asking: stepTransfer('asking', now.asking, 'completed'),
  }),
}

/** What people may do at any moment, and one step of the job. What comes too late is refused, and changes nothing. */
const acts: Record<'recall' | 'accept' | 'decline' | 'carry', (now: Between) => Between> = {
  recall: (now) => (now.asking === 'requested' ? { ...now, asking: 'recalled' } : now),
  accept: (now) => (now.asked === 'requested' ? { ...now, asked: 'accepted' } : now),
  decline: (now) => (now.asked === 'requested' ? { ...now, asked: 'declined' } : now),
  carry(now) {
    const step = nextHandover(now.asking, now.asked)
    return step === null ? now : effects[step](now)
  },
}

describe('whatever two areas do, in whatever order, also at the same moment', () => {
  const done = fc.array(fc.constantFrom(...(['recall', 'accept', 'decline', 'carry'] as const)), {
    maxLength: 12,
  })

  test('they come to rest in agreement: handed over whole and once, or nothing moved at all', () => {
    fc.assert(
      fc.property(done, (what) => {
        let now: Between = { asking: 'requested', asked: null, copies: 0, stubs: 0 }
        for (const act of what) now = acts[act](now)
        for (let turn = 0; turn < 6; turn += 1) now = acts.carry(now)
        expect(nextHandover(now.asking, now.asked)).toBeNull()
        expect(now.copies).toBe(now.stubs)
        if (now.copies > 0)
          expect(now).toEqual({ asking: 'completed', asked: 'completed', copies: 1, stubs: 1 })
        else expect(['requested', 'declined', 'recalled']).toContain(now.asking)
        if (now.asking === 'recalled') expect([null, 'recalled', 'declined']).toContain(now.asked)
      }),
    )
  })

  test('an acceptance that nobody recalled is carried through to the end', () => {
    let now: Between = { asking: 'requested', asked: null, copies: 0, stubs: 0 }
    const taken: (HandoverStep | null)[] = []
    for (const act of ['carry', 'accept', 'carry', 'carry', 'carry', 'recall', 'carry'] as const) {
      if (act === 'carry') taken.push(nextHandover(now.asking, now.asked))
      now = acts[act](now)
    }
    expect(taken).toEqual(['ask', 'accept-here', 'copy', 'leave-stub', null])
    expect(now).toMatchObject({ asking: 'completed', asked: 'completed' })
  })
})
