import { randomBytes, randomUUID } from 'node:crypto'
import type { SentStatement } from '@cdop/database'
import { CaseReference, caseReference } from '@cdop/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshValues } from './fresh-values.ts'

const area = randomUUID()
const kept = new Map([[area, area]])
const statement = (...values: readonly unknown[]): SentStatement => ({
  text: 'select $1',
  values,
  types: values.map(() => 0),
})
const fresh = (...values: readonly unknown[]) => freshValues(kept)(statement(...values)).values

describe('a recorded transaction sent again', () => {
  test('has a new id wherever an old one stood, the same one in every place and statement', () => {
    const id = randomUUID()
    const renew = freshValues(kept)
    const [first] = renew(statement(id)).values
    expect(first).not.toBe(id)
    expect(renew(statement(`case-review:${area}:${id}`, { object: { id }, ids: [id] })).values).toEqual([
      `case-review:${area}:${first}`,
      { object: { id: first }, ids: [first] },
    ])
    expect(freshValues(kept)(statement(id)).values).not.toEqual([first])
  })

  test('is about the one it is told to be about', () => {
    const [submitted, other] = [randomUUID(), randomUUID()]
    expect(freshValues(new Map([[submitted, other]]))(statement(submitted)).values).toEqual([other])
  })

  test('keeps ids in the order of time in that order', () => {
    const [id] = fresh('0197a3b2-0000-7abc-8def-0123456789ab')
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(String(id).replaceAll('-', '').slice(0, 12), 16)).toBeGreaterThan(
      Date.now() - 60_000,
    )
  })

  test('has another valid case reference of the same area and year', () => {
    const reference = caseReference('LDS', 2026, randomBytes(6))
    const [found] = fresh([reference])
    const [given] = Array.isArray(found) ? found : []
    expect(given).not.toBe(reference)
    expect(CaseReference.parse(given)).toMatch(/^LDS-2026-/)
  })

  test('has other bytes of the same length, and the same where they were the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 200 }), (sealed) => {
        const [one, again] = fresh(sealed, Uint8Array.from(sealed))
        expect(one).toBeInstanceOf(Uint8Array)
        expect(one).toHaveLength(sealed.length)
        expect(one).toEqual(again)
        expect(
          Buffer.compare(Buffer.from(sealed), one instanceof Uint8Array ? one : Buffer.alloc(0)),
        ).not.toBe(0)
      }),
    )
  })

  test('leaves everything else alone', () => {
    const at = new Date()
    const values = [1, true, null, 'notification.accept', '2026-03-02T10:00:00.000Z', at, { a: [1, null] }]
    expect(fresh(...values)).toEqual(values)
  })
})
