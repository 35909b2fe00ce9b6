import { isStorable, Refusal } from '@cdop/domain'

/** No honest request is deeper. */
const DEEPEST = 40
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

function check(value: unknown, depth: number): void {
  if (depth > DEEPEST) throw new Refusal('too-large')
  if (typeof value === 'string') {
    if (!isStorable(value)) throw new Refusal('unreadable')
    return
  }
  if (value === null || typeof value !== 'object') return
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEYS.has(key) || !isStorable(key)) throw new Refusal('unreadable')
    check(Reflect.get(value, key), depth + 1)
  }
}

/**
 * Refuses a request body no person could have meant: not JSON, deeper than 40 levels, with NUL bytes or lone
 * surrogates, or with keys that reach for an object's prototype.
 * @throws Refusal `unreadable` or `too-large`
 */
export function checkWireText(body: string): void {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    throw new Refusal('unreadable')
  }
  check(parsed, 0)
}
