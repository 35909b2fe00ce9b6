import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { followedClock, systemClock } from './system-clock.ts'

const DAY = 86_400_000

describe('the clock of a process', () => {
  test('is the machine’s, and its day is London’s', () => {
    expect(Math.abs(Date.parse(systemClock().now()) - Date.now())).toBeLessThan(1_000)
    const summerNight = Date.parse('2026-07-01T23:30:00.000Z')
    expect(systemClock(() => summerNight - Date.now()).today()).toBe('2026-07-02')
  })

  test('follows the database’s within a second or so, and keeps the last offset when it cannot look', async () => {
    let offset = 0
    let broken = false
    const clock = await followedClock(async () => {
      if (broken) throw new Error('away')
      return offset
    })
    offset = 30 * DAY
    await setTimeout(1_200)
    expect(Date.parse(clock.now()) - Date.now()).toBeGreaterThan(29 * DAY)
    broken = true
    offset = 0
    await setTimeout(1_100)
    expect(Date.parse(clock.now()) - Date.now()).toBeGreaterThan(29 * DAY)
    clock.stop()
  })
})
